import { expect, test } from 'vitest';
import type { ComplaintId } from '../complaint/vocabulary';
import { rankSimilar, type ComparedCase } from './rank-similar';
import { segmentedText } from './segmented-text';
import { printText } from './text-likeness';

const printOf = (text: string) => printText(segmentedText(text, Array.from(text)));
const DEPOSIT = printOf('柳园敬老院押金三千元至今不退还并且拒绝开具票据');
const GRAVES = printOf('龙山公墓强制购买墓碑还把墓位价格翻了一倍');

const compared = (id: string, differing: Partial<ComparedCase> = {}): ComparedCase => ({
  complaintId: id as ComplaintId,
  keys: [],
  text: DEPOSIT,
  accusedUnitIds: [],
  receivedAt: new Date('2026-05-08T10:00:00+08:00'),
  ...differing,
});
const CALLER = [{ kind: 'phone', hash: 'a1' }] as const;
const one = compared('one', { keys: CALLER });

test('the same person with the same matter stands first, then either of them', () => {
  const ranked = rankSimilar(one, [
    compared('matter'),
    compared('person', { keys: CALLER, text: GRAVES }),
    compared('both', { keys: CALLER }),
    compared('neither', { text: GRAVES }),
  ]);

  expect(ranked.map(({ complaintId }) => complaintId)).toEqual(['both', 'matter', 'person']);
  expect(ranked[2]).toMatchObject({ person: { because: ['phone'] }, matter: null });
});

test('without a segmenter the same person is still found, and no matter is made up', () => {
  const ranked = rankSimilar({ ...one, text: null }, [compared('person', { keys: CALLER }), compared('matter')]);

  expect(ranked).toMatchObject([{ complaintId: 'person', matter: null }]);
});

test('a case is never similar to itself', () => {
  expect(rankSimilar(one, [one])).toEqual([]);
});
