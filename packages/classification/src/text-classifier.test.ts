import { expect, test, vi } from 'vitest';
import { createTextClassifier } from './text-classifier';

const never = () => {
  throw new Error('no binary for this platform');
};

test('a complaint is suggested its category, and two tellings of one matter have prints alike', async () => {
  const classifier = createTextClassifier(never);
  const prints = await classifier.print(['柳园敬老院押金不退', '柳园敬老院押金不退']);

  expect(classifier.classify('他们互相踢皮球')?.problem.ranked[0]?.code).toBe('inaction');
  expect(prints?.[0]).toEqual(prints?.[1]);
});

test('prints come in the order of the texts, however many there are', async () => {
  const classifier = createTextClassifier(never);
  const texts = Array.from({ length: 45 }, (_, at) => `第${at}号墓位涨价`);
  const alone = await Promise.all(texts.map(async (text) => (await classifier.print([text]))?.[0]));

  expect(await classifier.print(texts)).toEqual(alone);
});

test('where no segmenter runs, it is said once, and the answer is no suggestion instead of an error', async () => {
  const onUnavailable = vi.fn();
  const classifier = createTextClassifier(onUnavailable, { load: never, segment: never });

  expect(classifier.classify('他们互相踢皮球')).toBeNull();
  expect(await classifier.print(['他们互相踢皮球'])).toBeNull();
  expect(onUnavailable).toHaveBeenCalledOnce();
});
