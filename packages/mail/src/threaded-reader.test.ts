import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { MailReaderUnavailable } from '@jieban/application/intake/mail-reader';
import { createThreadedReader, type ThreadedMailReader } from './threaded-reader';

// Stands in for the parser: a mail says in plain words what reading it does.
const THREAD = `
  const { parentPort } = require('node:worker_threads');
  parentPort.postMessage('ready');
  parentPort.on('message', ({ mails }) => {
    parentPort.postMessage({ mails: mails.map((raw) => {
      const text = Buffer.from(raw).toString();
      while (text === 'runs for ever');
      if (text === 'ends the thread') process.exit(1);
      return { kind: 'complaint', subject: text, warnings: [] };
    }) });
  });`;

let reader: ThreadedMailReader;
let threads: number;
const lost: string[] = [];
afterEach(() => reader.close());

function start(limitMs: number, program = THREAD): void {
  threads = 0;
  lost.length = 0;
  reader = createThreadedReader({
    openThread: () => {
      threads += 1;
      return new Worker(program, { eval: true });
    },
    limitMs,
    onLost: (reason) => lost.push(reason),
  });
}

const readAll = async (texts: readonly string[]) => {
  const mails = await Promise.all(texts.map((text) => reader.readMail(Buffer.from(text))));
  return mails.map(({ kind, subject, warnings }) => (kind === 'unparseable' ? (warnings[0] ?? '') : subject));
};
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `mail ${index}`);

test('each mail gets its own answer, however many are asked for at once', async () => {
  start(10_000);

  expect(await readAll(numbered(500))).toEqual(numbered(500));
  expect(threads).toBe(1);
});

test('a mail whose reading never ends is given up, and all the others are read', async () => {
  start(2_000);
  const texts = [...numbered(20), 'runs for ever', ...numbered(40)];

  expect(await readAll(texts)).toEqual(texts.map((text) => (text === 'runs for ever' ? 'parser-time-limit' : text)));
  expect(lost).toEqual(['time-limit', 'time-limit']);
}, 20_000);

test('a mail that ends the thread is given up, and all the others are read', async () => {
  start(10_000);
  const texts = ['ends the thread', ...numbered(40), 'ends the thread', 'last'];

  expect(await readAll(texts)).toEqual(texts.map((text) => (text === 'ends the thread' ? 'parser-lost' : text)));
});

test('no mail is given up because the thread itself cannot start', async () => {
  start(10_000, 'process.exit(1)');

  await expect(readAll(numbered(3))).rejects.toThrow(MailReaderUnavailable);
});

test('closing refuses what is not read yet, so that it stays unsettled', async () => {
  start(10_000);
  const asked = reader.readMail(Buffer.from('runs for ever'));
  const refused = expect(asked).rejects.toThrow(MailReaderUnavailable);

  await reader.close();

  await refused;
  await expect(reader.readMail(Buffer.from('later'))).rejects.toThrow(MailReaderUnavailable);
});
