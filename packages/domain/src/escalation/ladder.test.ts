import { describe, expect, test } from 'vitest';
import { CLOCK_KINDS } from '../complaint/vocabulary';
import { DEFAULT_LADDER } from './default-ladder';
import { createLadder, InvalidLadder, rungOf, type DayRung } from './ladder';
import { compareRungs, InvalidRungCode, rungCode } from './rung-code';

describe('the default ladder', () => {
  test.each([
    ['procedural', ['minus-2', 'last-day', 'passed', 'plus-5']],
    ['substantive', ['minus-5', 'minus-2', 'last-day', 'passed', 'plus-5']],
    ['hotline', ['minus-2', 'last-day', 'passed', 'plus-5']],
  ] as const)('of a %s clock climbs %o', (kind, codes) => {
    expect(DEFAULT_LADDER.rungs[kind].map(({ code }) => code)).toEqual(codes);
  });

  test.each([
    ['minus-2', '预警提醒', ['handler']],
    ['last-day', '当日提醒', ['handler', 'unit_head']],
    ['passed', '催办', ['handler', 'unit_head', 'supervisor']],
    ['plus-5', '通报', ['bureau_leader']],
    ['plus-15', '通报', ['bureau_leader']],
  ] as const)('sends at %s the %s to %o', (code, noticeName, recipients) => {
    for (const kind of CLOCK_KINDS) {
      expect(rungOf(DEFAULT_LADDER, kind, code)).toMatchObject({ noticeName, recipients });
    }
  });

  test.each(['minus-3', 'plus-4', 'plus-7'] as const)('knows no rung %s', (code) => {
    expect(rungOf(DEFAULT_LADDER, 'procedural', code)).toBeNull();
  });
});

describe('a ladder that nobody could climb is refused', () => {
  const report: DayRung = { code: 'plus-5', at: '09:00', recipients: ['bureau_leader'], noticeName: '通报' };
  const reminder: DayRung = { code: 'minus-2', at: '09:00', recipients: ['handler'], noticeName: '预警提醒' };
  const withRungs = (...procedural: DayRung[]) => createLadder('test', { ...DEFAULT_LADDER.rungs, procedural });

  test.each([
    ['rungs out of order', [report, reminder]],
    ['the same rung twice', [reminder, reminder]],
    ['a repeat below another rung', [{ ...report, code: 'plus-1', repeatEveryWorkingDays: 5 } as const, report]],
    ['a repeat before the due day', [{ ...reminder, repeatEveryWorkingDays: 1 }]],
    ['a repeat every 0 days', [{ ...report, repeatEveryWorkingDays: 0 }]],
  ])('%s', (_, rungs) => {
    expect(() => withRungs(...rungs)).toThrow(InvalidLadder);
  });
});

describe('a rung code', () => {
  test('sorts from the first reminder to the last report', () => {
    const climbing = ['minus-10', 'minus-5', 'minus-2', 'last-day', 'passed', 'plus-5', 'plus-10'] as const;

    expect([...climbing].reverse().sort(compareRungs)).toEqual(climbing);
  });

  test.each(['plus-0', 'minus-', 'plus-05', 'Passed', ''])('is not read from "%s"', (text) => {
    expect(() => rungCode(text)).toThrow(InvalidRungCode);
  });

  test('is read back from the text that stands in the database', () => {
    expect(rungCode('plus-15')).toBe('plus-15');
  });
});
