// The ladder that DOMAIN §8.7 prescribes until the bureau stores another one.
import type { ClockTime } from '../time/civil-date';
import { createLadder, type DayRung, type PassedRung } from './ladder';

const MORNING: ClockTime = '09:00';

const EARLY_REMINDER: DayRung = {
  code: 'minus-5',
  at: MORNING,
  recipients: ['handler'],
  noticeName: '预警提醒',
};
const REMINDER: DayRung = { ...EARLY_REMINDER, code: 'minus-2' };
const LAST_DAY: DayRung = {
  code: 'last-day',
  at: MORNING,
  recipients: ['handler', 'unit_head'],
  noticeName: '当日提醒',
};
const PASSED: PassedRung = {
  code: 'passed',
  at: 'due-at',
  recipients: ['handler', 'unit_head', 'supervisor'],
  noticeName: '催办',
};
const WRITTEN_REPORT: DayRung = {
  code: 'plus-5',
  at: MORNING,
  recipients: ['bureau_leader'],
  noticeName: '通报',
  repeatEveryWorkingDays: 5,
};

/** The 12345 limit is a matter of days like the week, so it climbs the same rungs. */
export const DEFAULT_LADDER = createLadder('default', {
  procedural: [REMINDER, LAST_DAY, PASSED, WRITTEN_REPORT],
  substantive: [EARLY_REMINDER, REMINDER, LAST_DAY, PASSED, WRITTEN_REPORT],
  hotline: [REMINDER, LAST_DAY, PASSED, WRITTEN_REPORT],
});
