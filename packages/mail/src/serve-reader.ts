// The thread's side of reading mail: orders in, answers out, one after the other.
import type { MessagePort } from 'node:worker_threads';
import type { MailReader, ReadMail } from '@jieban/application/intake/mail-reader';

export interface ReaderOrder {
  readonly mails: readonly Uint8Array[];
}

/** As many mails as were ordered, in their order. */
export interface ReaderAnswer {
  readonly mails: readonly ReadMail[];
}

/** The first message of a thread that has started. */
export const READER_READY = 'ready';

export function serveMailReader(port: MessagePort, readMail: MailReader): void {
  port.postMessage(READER_READY);
  let turn = Promise.resolve();
  port.on('message', ({ mails }: ReaderOrder) => {
    turn = turn.then(async () => {
      const answer: ReadMail[] = [];
      for (const raw of mails) answer.push(await readMail(raw));
      port.postMessage({ mails: answer } satisfies ReaderAnswer);
    });
  });
}
