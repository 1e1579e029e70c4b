// A due day together with how it was reached. Stored with its clock as it stands here, so that the reason for a date
// given last year can still be read after the calendar or the policy has changed (I3).
import type { ClockKind } from '../complaint/vocabulary';
import type { CivilDate } from '../time/civil-date';
import type { DeadlinePolicy } from './policies';

export type DeadlineStepCode =
  | 'receipt-day-excluded'
  | 'nominal-week'
  | 'nominal-month'
  | 'nominal-month-end'
  | 'nominal-working-days'
  | 'day-not-counted'
  | 'paused'
  | 'extended'
  | 'rest-day-skipped'
  | 'rolled'
  | 'stays-on-working-day'
  | 'stays-on-make-up-workday'
  | 'kept-on-rest-day'
  | 'provisional'
  | 'given-by-order'
  | 'due';

export interface DeadlineStep {
  readonly code: DeadlineStepCode;
  /** The day that the step speaks of. */
  readonly on: CivilDate;
  /** By how many civil days the step moves the count; from the day of receipt they add up to the due day. */
  readonly movesDays: number;
  /** For officers, in Chinese. */
  readonly text: string;
  /** The article that decides the step, written out (民法典第二百零三条); null where nothing but our table decides. */
  readonly article: string | null;
}

export interface Deadline {
  readonly kind: ClockKind;
  /** `given` when a 12345 order brought the limit along. */
  readonly policy: DeadlinePolicy | 'given';
  /** `none` when no calendar was asked. */
  readonly calendarVersion: string;
  readonly receivedOn: CivilDate;
  /** Before pause, extension and roll. */
  readonly nominalOn: CivilDate;
  readonly dueOn: CivilDate;
  /** The first instant that is late. For our own clocks: 24:00 Shanghai of `dueOn`. */
  readonly dueAt: Date;
  /** The due day relies on days beyond the published calendar (暂定) and may move when the next notice is loaded. */
  readonly provisional: boolean;
  readonly steps: readonly DeadlineStep[];
}
