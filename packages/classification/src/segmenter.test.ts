import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CLASSIFIER_WORDS } from './classify';
import { createSegmenter } from './segmenter';

const segmenter = createSegmenter(CLASSIFIER_WORDS);
const wordsOf = (text: string) => segmenter.segment(text).tokens.map(({ text: word }) => word);

test('every word of the tables is kept whole in a sentence', () => {
  expect(CLASSIFIER_WORDS.filter((word) => !wordsOf(`反映${word}的问题`).includes(word))).toEqual([]);
});

test('a word of one character is not found inside a longer one', () => {
  expect(wordsOf('小区管理得很好')).not.toContain('管');
});

test('the words are the text again, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(wordsOf(text).join('')).toBe(text);
    }),
  );
});

test('half a character becomes a replacement character and moves nothing', () => {
  const { text, tokens } = segmenter.segment('投诉\ud83d推诿');

  expect(text).toBe('投诉\ufffd推诿');
  expect(tokens.at(-1)).toEqual({ text: '推诿', start: 3 });
});

test('works in a worker thread beside the main one', async () => {
  const start =
    "import('tsx/esm/api').then(({ tsImport }) => tsImport(require('worker_threads').workerData, __filename))";
  const worker = new Worker(start, {
    eval: true,
    workerData: new URL('../test/segment-in-worker.ts', import.meta.url).href,
  });

  expect((await once(worker, 'message'))[0]).toEqual(['他们', '互相', '踢皮球']);
  await worker.terminate();
});
