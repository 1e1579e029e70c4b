// The ceiling of mail_ingest: the same mails in one straight script. Bulk fetch, parse, one plain multi-row insert per
// window; no encryption, no original kept, no clocks, no history, no answer, nothing to go on from after a crash.
import { simpleParser } from 'mailparser';
import type { DatabaseConnection } from '@jieban/db/connect';
import type { DovecotServer } from '../support/servers/dovecot';

const WINDOW_MAILS = 100;

interface PlainRow {
  readonly subject: string;
  readonly sender: string;
  readonly received_at: string;
  readonly content: string;
}

/** Milliseconds from the first connection to the last commit. */
export async function ingestPlainly(
  { sql }: DatabaseConnection,
  dovecot: DovecotServer,
  folder: string,
  expected: number,
): Promise<number> {
  await sql`create table if not exists bench_plain_mail (
    id bigint generated always as identity primary key,
    subject text not null, sender text not null, received_at timestamptz not null, content text not null)`;
  const startedAt = performance.now();
  const client = await dovecot.connect();
  const { exists } = await client.mailboxOpen(folder, { readOnly: true });
  for (let first = 1; first <= exists; first += WINDOW_MAILS) {
    const mails: { source: Buffer; receivedAt: Date }[] = [];
    const window = `${first}:${Math.min(first + WINDOW_MAILS - 1, exists)}`;
    for await (const { source, internalDate } of client.fetch(window, { source: true, internalDate: true })) {
      mails.push({ source: source ?? Buffer.alloc(0), receivedAt: new Date(internalDate ?? 0) });
    }
    const rows: PlainRow[] = [];
    for (const { source, receivedAt } of mails) rows.push(await parse(source, receivedAt));
    await sql`insert into bench_plain_mail ${sql(rows)}`;
  }
  const tookMs = performance.now() - startedAt;
  await client.logout();
  if (exists !== expected) throw new Error(`${folder} holds ${exists} mails instead of ${expected}.`);
  return tookMs;
}

/** With the options of packages/mail/src/parse-mail.ts. */
async function parse(source: Buffer, receivedAt: Date): Promise<PlainRow> {
  const mail = await simpleParser(source, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
    keepCidLinks: true,
    checksumAlgo: 'sha256',
  });
  const content = mail.text ?? (typeof mail.html === 'string' ? mail.html : '');
  return {
    // Mail without a label is read as garbage here, NUL included, which the ceiling need not repair but must store.
    subject: (mail.subject ?? '').replaceAll('\0', ''),
    sender: mail.from?.text ?? '',
    received_at: receivedAt.toISOString(),
    content: content.replaceAll('\0', ''),
  };
}
