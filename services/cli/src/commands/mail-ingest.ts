// `jieban mail ingest`: takes saved mails in on the same path as the mailbox service, and registers them right away.
import { processPendingMails } from '@jieban/application/intake/process-pending-mails';
import { newId } from '@jieban/runtime/ids';
import { CommandRefused } from '../command-refused';
import { ingestMailFiles } from '../intake/ingest-mail-files';
import { withOpenHouse } from '../open-house';

interface IngestOptions {
  readonly data?: string;
  readonly json?: boolean;
}

export async function runMailIngestCommand(paths: readonly string[], { json, ...flags }: IngestOptions): Promise<void> {
  await withOpenHouse(flags, async ({ unitOfWork, clock, mails }) => {
    const result = await ingestMailFiles({ unitOfWork, newId }, paths, clock.now()).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
        throw new CommandRefused(1, `没有这个文件或目录:${'path' in error ? String(error.path) : paths.join(' ')}`);
      throw error;
    });
    // A worker that is running may settle some of them first; what is left is settled here.
    await processPendingMails(await mails(), clock);
    if (json === true) console.log(JSON.stringify(result));
    else console.log(`共 ${result.files} 封,新收 ${result.stored} 封,其余先前已收。`);
  });
}
