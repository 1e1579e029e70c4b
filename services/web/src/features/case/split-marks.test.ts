import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitMarks } from './split-marks';

test('the words that speak for a category are marked with its name, and no others', () => {
  const pieces = splitMarks('科室互相踢皮球', [{ start: 4, end: 7, name: '执法不作为' }]);

  expect(pieces).toEqual([
    { text: '科室互相', names: [] },
    { text: '踢皮球', names: ['执法不作为'] },
  ]);
});

test('words that speak for two categories bear both names', () => {
  const pieces = splitMarks('一律关停', [
    { start: 0, end: 4, name: '“一刀切”执法' },
    { start: 2, end: 4, name: '过度执法' },
  ]);

  expect(pieces.at(-1)).toEqual({ text: '关停', names: ['“一刀切”执法', '过度执法'] });
});

test('whatever is marked, the text stays what the complainant wrote', () => {
  const mark = fc.record({
    start: fc.integer({ min: -3, max: 30 }),
    end: fc.integer({ min: -3, max: 30 }),
    name: fc.string(),
  });
  fc.assert(
    fc.property(fc.string({ maxLength: 25 }), fc.array(mark, { maxLength: 6 }), (text, marks) => {
      expect(
        splitMarks(text, marks)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
