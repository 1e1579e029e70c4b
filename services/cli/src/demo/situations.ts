// In what state a case of the demo shall be found when somebody first looks at it. Its day of receipt is searched for
// until the clocks say so; no date stands in the demo's data.
import type { Light } from '@jieban/domain/complaint/vocabulary';
import type { ReceiptDay } from './receipt-days';

export type Situation =
  | 'procedural-green'
  | 'procedural-yellow'
  | 'procedural-red'
  | 'procedural-overdue'
  | 'procedural-long-overdue'
  | 'hotline-red'
  | 'substantive-green'
  | 'substantive-yellow'
  | 'substantive-red'
  | 'substantive-overdue'
  | 'substantive-long-overdue'
  | 'answered-late'
  | 'closed'
  | 'closed-at-once'
  | 'closed-late';

export interface WantedReply {
  readonly clock: 'procedural' | 'substantive';
  readonly timing: 'in-time' | 'late';
  /** Working days after assignment (in time) or after the due day (late), if there is room for so many. */
  readonly workingDays: number;
}

export interface SituationRule {
  readonly replies: readonly WantedReply[];
  readonly fits: (day: ReceiptDay) => boolean;
  /** Where no day of receipt gives this state (nothing falls due on a Sunday); the chain ends at one that always can be. */
  readonly otherwise: Situation | null;
}

const ANSWERED: readonly WantedReply[] = [{ clock: 'procedural', timing: 'in-time', workingDays: 3 }];

const waitsForAnswer =
  (light: Light) =>
  ({ procedural }: ReceiptDay): boolean =>
    procedural.light === light;
const waitsForResult =
  (light: Light) =>
  ({ substantive }: ReceiptDay): boolean =>
    substantive.light === light;
const isOver = (clock: ReceiptDay['procedural'], atLeast: number, atMost: number): boolean =>
  clock.light === 'overdue' && clock.workingDaysOver >= atLeast && clock.workingDaysOver <= atMost;

export const SITUATION_RULES: Readonly<Record<Situation, SituationRule>> = {
  'procedural-green': { replies: [], fits: waitsForAnswer('green'), otherwise: 'procedural-yellow' },
  'procedural-yellow': { replies: [], fits: waitsForAnswer('yellow'), otherwise: 'procedural-overdue' },
  'procedural-red': { replies: [], fits: waitsForAnswer('red'), otherwise: 'procedural-yellow' },
  'procedural-overdue': { replies: [], fits: (day) => isOver(day.procedural, 0, 4), otherwise: null },
  // More than five working days: the written report to the bureau leader is out.
  'procedural-long-overdue': { replies: [], fits: (day) => isOver(day.procedural, 6, 9), otherwise: null },
  // The order's own limit ends today, on days off too; our own clocks still have time.
  'hotline-red': {
    replies: [],
    fits: ({ procedural }) => procedural.light === 'green' || procedural.light === 'yellow',
    otherwise: 'procedural-overdue',
  },
  'substantive-green': { replies: ANSWERED, fits: waitsForResult('green'), otherwise: null },
  'substantive-yellow': { replies: ANSWERED, fits: waitsForResult('yellow'), otherwise: 'substantive-green' },
  'substantive-red': { replies: ANSWERED, fits: waitsForResult('red'), otherwise: 'substantive-yellow' },
  'substantive-overdue': { replies: ANSWERED, fits: (day) => isOver(day.substantive, 0, 4), otherwise: null },
  'substantive-long-overdue': { replies: ANSWERED, fits: (day) => isOver(day.substantive, 6, 9), otherwise: null },
  'answered-late': {
    replies: [{ clock: 'procedural', timing: 'late', workingDays: 2 }],
    fits: (day) => isOver(day.procedural, 3, 9) && day.substantive.light !== 'overdue',
    otherwise: null,
  },
  closed: {
    replies: [...ANSWERED, { clock: 'substantive', timing: 'in-time', workingDays: 9 }],
    fits: ({ daysAgo }) => daysAgo >= 21 && daysAgo <= 50,
    otherwise: null,
  },
  'closed-at-once': {
    replies: [{ clock: 'substantive', timing: 'in-time', workingDays: 3 }],
    fits: ({ daysAgo }) => daysAgo >= 14 && daysAgo <= 40,
    otherwise: null,
  },
  'closed-late': {
    replies: [...ANSWERED, { clock: 'substantive', timing: 'late', workingDays: 2 }],
    fits: (day) => isOver(day.substantive, 3, 12),
    otherwise: null,
  },
};
