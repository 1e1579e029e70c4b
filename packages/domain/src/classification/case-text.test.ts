import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CASE_TEXT_PARTS, joinCaseText, placeInCaseText } from './case-text';

const part = fc.string({ unit: fc.constantFrom('推', '诿', '不', '管', '\n', '，'), maxLength: 12 });
const caseText = fc.record({ subject: part, place: part, demand: part, content: part });

test('a reason found in the whole text is shown at the same words of the part that holds it', () => {
  fc.assert(
    fc.property(caseText, fc.nat(60), fc.integer({ min: 1, max: 8 }), (text, start, length) => {
      const whole = joinCaseText(text);
      const words = whole.slice(start, start + length);
      fc.pre(words.length === length);
      const placed = placeInCaseText(text, { start, end: start + length });
      if (placed !== null) expect(text[placed.part].slice(placed.start, placed.end)).toBe(words);
    }),
  );
});

test('every word of every part has its place', () => {
  fc.assert(
    fc.property(caseText, (text) => {
      for (const [at] of Array.from(joinCaseText(text)).entries()) {
        const placed = placeInCaseText(text, { start: at, end: at + 1 });
        if (placed === null) expect(joinCaseText(text)[at]).toBe('\n');
      }
    }),
  );
});

test('words that run from one part into the next lie in none', () => {
  const text = { subject: '推诿', place: '', demand: '', content: '不管' };

  expect(placeInCaseText(text, { start: 1, end: 6 })).toBeNull();
  expect(placeInCaseText(text, { start: 5, end: 7 })).toEqual({ part: 'content', start: 0, end: 2 });
  expect(CASE_TEXT_PARTS.map((each) => text[each]).join('')).toBe('推诿不管');
});
