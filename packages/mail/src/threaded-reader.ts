// Reading mail in a thread of its own. Two reasons: reading is half of the processor's work of the intake, and a mail
// that makes the parser run for ever or eat all memory must cost a thread, not the worker with everything in its hands.
import type { Worker } from 'node:worker_threads';
import { MailReaderUnavailable, type MailReader, type ReadMail } from '@jieban/application/intake/mail-reader';
import { unreadableMail } from './read-mail';
import { READER_READY, type ReaderAnswer, type ReaderOrder } from './serve-reader';

export interface ThreadedReaderSettings {
  /** Opens a thread that runs `serveMailReader`. */
  readonly openThread: () => Worker;
  /** Longest that the mails of one order may take together, and then the guilty one alone; in milliseconds. */
  readonly limitMs: number;
  /** Told when a thread was given up, with what is known of the reason and nothing of the mail. */
  readonly onLost: (reason: 'time-limit' | 'thread-ended') => void;
}

export interface ThreadedMailReader {
  readonly readMail: MailReader;
  /** Ends the thread. Mails still waiting stay unsettled in the database and are read by the next process. */
  close(): Promise<void>;
}

interface Waiting {
  readonly raw: Uint8Array;
  readonly resolve: (mail: ReadMail) => void;
  readonly reject: (error: Error) => void;
}

/** Mails per message: a message for each would cost as much as a tenth of its reading. */
const MAILS_PER_ORDER = 16;
/** Orders on the way at a time, so that the thread has work while the answer to the last one is being taken up. */
const ORDERS_AHEAD = 3;

export function createThreadedReader(settings: ThreadedReaderSettings): ThreadedMailReader {
  /** Not yet ordered. A lone mail is one that was in hand when a thread was lost: it is read by itself. */
  let waiting: (readonly Waiting[])[] = [];
  let gathering: Waiting[] = [];
  /** Ordered, oldest first; the first is the one in hand. */
  let ordered: (readonly Waiting[])[] = [];
  let thread: Worker | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isReady = false;
  let isClosed = false;

  const open = (): Worker => {
    const opened = settings.openThread();
    isReady = false;
    opened.on('message', (answer: ReaderAnswer | typeof READER_READY) => {
      if (answer === READER_READY) {
        isReady = true;
        return;
      }
      const { mails } = answer;
      const [first, ...rest] = ordered;
      ordered = rest;
      first?.forEach(({ resolve }, position) => resolve(mails[position] ?? unreadableMail('parser-failed')));
      watch();
      order();
    });
    opened.once('error', () => lose(opened, 'thread-ended'));
    opened.once('exit', () => lose(opened, 'thread-ended'));
    // Whoever waits for a mail keeps the process alive; an idle thread must not.
    opened.unref();
    return opened;
  };

  const watch = (): void => {
    clearTimeout(timer);
    const [inHand] = ordered;
    const current = thread;
    if (inHand === undefined || current === null) return;
    timer = setTimeout(() => lose(current, 'time-limit'), settings.limitMs);
  };

  /** The order in hand holds the mail that did it. Taken apart, the next loss names it; a lone mail is the one. */
  const lose = (lost: Worker, reason: 'time-limit' | 'thread-ended'): void => {
    if (thread !== lost) return;
    thread = null;
    clearTimeout(timer);
    void lost.terminate();
    if (isClosed) return;
    settings.onLost(reason);
    if (!isReady) {
      refuseAll(new MailReaderUnavailable('not-started'));
      return;
    }
    const [inHand = [], ...behind] = ordered;
    ordered = [];
    const [only] = inHand;
    if (only !== undefined && inHand.length === 1) {
      only.resolve(unreadableMail(reason === 'time-limit' ? 'parser-time-limit' : 'parser-lost'));
      waiting = [...behind, ...waiting];
    } else {
      waiting = [...inHand.map((mail) => [mail]), ...behind, ...waiting];
    }
    order();
  };

  const order = (): void => {
    while (ordered.length < ORDERS_AHEAD) {
      const next = waiting.shift() ?? gathering.splice(0, MAILS_PER_ORDER);
      if (next.length === 0) return;
      thread ??= open();
      ordered.push(next);
      const message: ReaderOrder = { mails: next.map(({ raw }) => raw) };
      thread.postMessage(message);
      if (ordered.length === 1) watch();
    }
  };

  const refuseAll = (error: Error): void => {
    const refused = [...ordered.flat(), ...waiting.flat(), ...gathering];
    [ordered, waiting, gathering] = [[], [], []];
    for (const { reject } of refused) reject(error);
  };

  return {
    readMail: (raw) =>
      new Promise((resolve, reject) => {
        if (isClosed) {
          reject(new MailReaderUnavailable('closed'));
          return;
        }
        gathering.push({ raw, resolve, reject });
        // Mails that are asked for in one go travel together.
        if (gathering.length === 1) queueMicrotask(order);
      }),
    async close() {
      isClosed = true;
      clearTimeout(timer);
      refuseAll(new MailReaderUnavailable('closed'));
      await thread?.terminate();
    },
  };
}
