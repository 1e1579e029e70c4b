// Until when the unit answers an order (反馈期限): an inner day, counted in working days, that never replaces a due day
// told to the complainant.
//
// Basis. How it is counted: the day of issue does not count (civil-code-201, market-complaints-45), the last one is in
// until 24:00 (civil-code-1259, civil-code-203). How long it is, our own decision, from two facts: the written report
// goes to the bureau leader 5 working days after a due day has passed (DOMAIN §8.7), so the answer to an urging is in by
// then; and a unit that has a case on behalf of the bureau is done 2 working days before the bureau must be (DOMAIN
// §1.2, step 9), so an order never leaves it longer than that while a due day is still ahead.
import { endOfDayExclusive, type CivilDate } from '../time/civil-date';
import type { StatuteCode } from '../deadline/statutes';
import type { WorkingCalendar } from '../deadline/working-calendar';
import type { OrderKind } from './order-kinds';

export const INNER_DUE_STATUTES: readonly StatuteCode[] = [
  'civil-code-201',
  'market-complaints-45',
  'civil-code-203',
  'civil-code-1259',
];

/** Working days after the day of issue. */
export const INNER_WORKING_DAYS: Readonly<Record<OrderKind, { readonly usual: number; readonly most: number }>> = {
  urging: { usual: 2, most: 5 },
  supervision: { usual: 5, most: 10 },
};

/** The unit is done so many working days before the case itself is due. */
export const DAYS_BEFORE_CASE_DUE = 2;

export interface InnerDueDay {
  readonly on: CivilDate;
  /** The first instant that is late. */
  readonly at: Date;
  /** Earlier than asked for, because the case itself is due soon. */
  readonly isBroughtForward: boolean;
}

export class InvalidInnerDueDay extends Error {
  readonly code = 'invalid_inner_due_day';
  readonly publicMessage: string;
  constructor(kind: OrderKind, given: number) {
    const { most } = INNER_WORKING_DAYS[kind];
    super(`Not an inner term of an order of kind ${kind}: ${given}. Give 1 to ${most} working days.`);
    this.name = 'InvalidInnerDueDay';
    this.publicMessage = `反馈期限应为1至${most}个工作日`;
  }
}

/**
 * @param nextDueOn The case's earliest due day that is still ahead; null when none is, then nothing is brought forward.
 * @throws InvalidInnerDueDay
 */
export function innerDueDay(
  order: {
    readonly kind: OrderKind;
    readonly issuedOn: CivilDate;
    readonly workingDays: number;
    readonly nextDueOn: CivilDate | null;
  },
  calendar: WorkingCalendar,
): InnerDueDay {
  const { kind, issuedOn, workingDays, nextDueOn } = order;
  const { most } = INNER_WORKING_DAYS[kind];
  if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > most)
    throw new InvalidInnerDueDay(kind, workingDays);
  const asked = calendar.addWorkingDays(issuedOn, workingDays);
  const latest = nextDueOn === null ? asked : latestBefore(issuedOn, nextDueOn, calendar);
  const on = latest < asked ? latest : asked;
  return { on, at: endOfDayExclusive(on), isBroughtForward: on !== asked };
}

/** However near the case's due day is, the unit has one working day to answer in. */
function latestBefore(issuedOn: CivilDate, dueOn: CivilDate, calendar: WorkingCalendar): CivilDate {
  const before = calendar.addWorkingDays(dueOn, -DAYS_BEFORE_CASE_DUE);
  const nextDay = calendar.addWorkingDays(issuedOn, 1);
  return before < nextDay ? nextDay : before;
}
