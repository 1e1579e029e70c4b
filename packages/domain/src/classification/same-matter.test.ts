import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ComplaintId, UnitId } from '../complaint/vocabulary';
import { MOST_MATTER_CANDIDATES, scoreSameMatter, suggestSameMatter, SAME_MATTER_THRESHOLD } from './same-matter';
import { segmentedText } from './segmented-text';
import { printText } from './text-likeness';

const matter = (id: string, written: string, receivedAt = '2024-03-15T08:00:00Z', ...units: string[]) => ({
  complaintId: id as ComplaintId,
  text: printText(segmentedText(written.replaceAll('|', ''), written.split('|'))),
  accusedUnitIds: units as UnitId[],
  receivedAt: new Date(receivedAt),
});
const MAIL = '阳光养老院|退住|三个月|押金|一万元|一直|不退|，|经理|说|没有|钱|，|希望|民政局|处理';
const SAME_MAIL_AGAIN = `您好|，|${MAIL}|。|谢谢`;
const ORDER = '来电人|反映|：|其|母亲|在|阳光养老院|退住|后|，|押金|一万元|三个月|不退|，|经理|拒绝|，|要求|核实|处理';
const OTHER = '殡仪馆|强制|购买|骨灰盒|，|价格|太|高|，|希望|民政局|处理';

test('the same mail sent twice is the same matter', () => {
  const { score, because } = scoreSameMatter(matter('a', MAIL), matter('b', SAME_MAIL_AGAIN));

  expect(score).toBeGreaterThanOrEqual(SAME_MATTER_THRESHOLD);
  expect(because.map(({ kind }) => kind)).toEqual(['similar-text', 'close-in-time']);
});

test('a mail and the operator’s account of the call are the same matter, by their keywords', () => {
  const { score, because } = scoreSameMatter(matter('a', MAIL), matter('b', ORDER, '2024-03-20T02:00:00Z'));

  expect(score).toBeGreaterThanOrEqual(SAME_MATTER_THRESHOLD);
  expect(because[0]).toMatchObject({ sharedKeywords: expect.arrayContaining(['阳光养老院', '押金']) as unknown });
});

test('the same unit in the same week is not enough without a like text', () => {
  const { score, because } = scoreSameMatter(
    matter('a', MAIL, '2024-03-15T08:00:00Z', 'u1'),
    matter('b', OTHER, '2024-03-16T08:00:00Z', 'u1'),
  );

  expect(score).toBeLessThan(SAME_MATTER_THRESHOLD);
  expect(because).toEqual([
    { kind: 'same-accused-unit', unitIds: ['u1'] },
    { kind: 'close-in-time', days: 1 },
  ]);
});

test('words that stand in every complaint make no two of them alike', () => {
  const polite = '您好|，|希望|民政局|尽快|处理|，|谢谢';

  expect(
    scoreSameMatter(matter('a', `${polite}|押金`), matter('b', `${polite}|墓位`, '2023-01-01T00:00:00Z')).score,
  ).toBeLessThan(SAME_MATTER_THRESHOLD);
});

test('two empty texts are not alike', () => {
  expect(scoreSameMatter(matter('a', ''), matter('b', '')).because.map(({ kind }) => kind)).toEqual(['close-in-time']);
});

test('suggestions come likest first, without the case itself, and the rest beyond the bound is counted', () => {
  const many = Array.from({ length: MOST_MATTER_CANDIDATES }, (_, n) => matter(`x${String(n)}`, OTHER));
  const { suggestions, leftOut } = suggestSameMatter(matter('a', MAIL), [
    matter('a', MAIL),
    matter('b', ORDER),
    matter('c', MAIL),
    ...many,
  ]);

  expect(suggestions.map(({ complaintId }) => complaintId)).toEqual(['c', 'b']);
  expect(leftOut).toBe(2);
});

test('likeness is between 0 and 100, the same in both directions, and full with itself', () => {
  const words = fc.array(
    fc.constantFrom('阳光养老院', '押金', '不退', '骨灰盒', '，', '强制', '三个月', '经理', '的'),
    { minLength: 3 },
  );
  fc.assert(
    fc.property(words, words, fc.nat(400), (a, b, days) => {
      const one = matter('a', a.join('|'), '2024-03-15T08:00:00Z', 'u1');
      const other = matter('b', b.join('|'), new Date(Date.UTC(2024, 2, 15 + days)).toISOString(), 'u1');
      const { score } = scoreSameMatter(one, other);

      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
      expect(scoreSameMatter(other, one).score).toBe(score);
      if (one.text.shingles.size > 0) expect(scoreSameMatter(one, one).score).toBe(100);
    }),
  );
});
