import { describe, expect, test } from 'vitest';
import { isOpenState } from '../complaint/states';
import { COMPLAINT_STATES } from '../complaint/vocabulary';
import { civilDate, endOfDayExclusive } from '../time/civil-date';
import {
  issueProblems,
  namesACase,
  nextClockOf,
  overdueClockOf,
  type CaseToOrder,
  type OpenDueDay,
} from './check-issue';

const NOW = new Date('2024-05-15T10:00:00+08:00');
const clock = (kind: OpenDueDay['kind'], day: string): OpenDueDay => ({
  kind,
  dueOn: civilDate(day),
  dueAt: endOfDayExclusive(civilDate(day)),
});
const late: CaseToOrder = {
  state: 'handling',
  open: [clock('substantive', '2024-06-07'), clock('procedural', '2024-05-13')],
  isUnitAccused: false,
};

describe('an order', () => {
  test.each(COMPLAINT_STATES)('on a %s case is issued only while somebody works on it', (state) => {
    expect(issueProblems('supervision', { ...late, state }, NOW).length).toBe(isOpenState(state) ? 0 : 1);
  });

  test('urges only what is overdue; a case in time can be supervised', () => {
    const inTime = { ...late, open: [clock('procedural', '2024-05-15')] };

    expect(issueProblems('urging', late, NOW)).toEqual([]);
    expect(issueProblems('urging', inTime, NOW)).toEqual([expect.stringContaining('不能催办')]);
    expect(issueProblems('supervision', inTime, NOW)).toEqual([]);
  });

  test('never goes to a unit that the case accuses', () => {
    expect(issueProblems('supervision', { ...late, isUnitAccused: true }, NOW)).toEqual([
      expect.stringContaining('被反映单位'),
    ]);
  });

  test('says everything that stands against it at once', () => {
    const closed: CaseToOrder = { state: 'closed', open: [], isUnitAccused: true };
    expect(issueProblems('urging', closed, NOW)).toHaveLength(3);
  });
});

test('the clock that is overdue longest is urged, and the next day ahead limits the answer', () => {
  expect(overdueClockOf(late, NOW)?.kind).toBe('procedural');
  expect(nextClockOf(late, NOW)?.kind).toBe('substantive');
  expect(nextClockOf({ open: [] }, NOW)).toBeNull();
});

test.each([
  ['请对照 MZ-2024-000012 一并处理', true],
  ['参照ＭＺ－２０２４－０００００１２', true],
  ['请于2024-05-20前反馈', false],
])('"%s": names a case: %s', (words, expected) => {
  expect(namesACase(words)).toBe(expected);
});
