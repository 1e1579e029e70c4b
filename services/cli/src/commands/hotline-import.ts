// `jieban hotline import`: stores the export, imports it here and now, and tells the verdicts.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { runHotlineImport } from '@jieban/application/hotline/run-import';
import { startHotlineImport } from '@jieban/application/hotline/start-import';
import { readHotlineImport } from '@jieban/db/intake-queries';
import { newId } from '@jieban/runtime/ids';
import { CommandRefused } from '../command-refused';
import { withOpenHouse } from '../open-house';

interface ImportOptions {
  readonly dryRun?: boolean;
  readonly data?: string;
  readonly json?: boolean;
}

export async function runHotlineImportCommand(file: string, options: ImportOptions): Promise<void> {
  const { dryRun = false, json = false, ...flags } = options;
  const bytes = await readFile(file).catch(() => {
    throw new CommandRefused(1, `${file}:读不到文件`);
  });
  await withOpenHouse(flags, async ({ unitOfWork, connection, clock, imports }) => {
    const id = await startHotlineImport(
      { unitOfWork, newId },
      { fileName: basename(file), bytes, dryRun },
      null,
      clock.now(),
    );
    await runHotlineImport(await imports(), id, clock);
    const done = await readHotlineImport(connection.db, id);
    if (done === null) throw new Error(`Import ${id} is gone.`);
    if (done.state === 'unreadable') throw new CommandRefused(1, `${file}:${done.problem ?? '无法读取'}`);
    const { rowsTotal, rowsNew, rowsChanged, rowsUnchanged, rowsRejected, rejected } = done;
    if (json) {
      console.log(
        JSON.stringify({
          importId: id,
          dryRun,
          rowsTotal,
          rowsNew,
          rowsChanged,
          rowsUnchanged,
          rowsRejected,
          rejected,
        }),
      );
      return;
    }
    console.log(
      `${dryRun ? '试运行:' : ''}共 ${rowsTotal} 行:新 ${rowsNew},有变化 ${rowsChanged},无变化 ${rowsUnchanged},退回 ${rowsRejected}`,
    );
    for (const { row, reasons } of rejected) console.log(`第${row}行:${reasons.join(';')}`);
  });
}
