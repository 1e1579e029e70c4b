// `jieban mail parse`: what the intake would make of a mail; nothing is stored.
import { readFile } from 'node:fs/promises';
import { describeMail } from '@jieban/mail/describe-mail';
import { readMail } from '@jieban/mail/read-mail';
import { CommandRefused } from '../command-refused';

export async function runMailParseCommand(
  files: readonly string[],
  { json }: { readonly json?: boolean },
): Promise<void> {
  let missing = 0;
  for (const file of files) {
    let raw: Buffer;
    try {
      raw = await readFile(file);
    } catch (error) {
      missing += 1;
      console.error(
        `${file}:读不到文件(${error instanceof Error && 'code' in error ? String(error.code) : '未知原因'})`,
      );
      continue;
    }
    const described = describeMail(file, await readMail(raw));
    if (json === true) {
      console.log(JSON.stringify(described));
      continue;
    }
    console.log(
      `${file}\n  类型 ${described.kind}  主题 ${described.subject}  发件人 ${described.from?.address ?? '(无)'}`,
    );
    if (described.warnings.length > 0) console.log(`  注意 ${described.warnings.join('、')}`);
  }
  if (missing > 0) throw new CommandRefused(1, `${missing} 个文件没有读到`);
}
