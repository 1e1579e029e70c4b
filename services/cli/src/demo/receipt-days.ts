// The last months as days of receipt: what a case received on each of them would look like now. Deadlines depend on the
// day of receipt alone, so one survey serves all cases.
import type { Light } from '@jieban/domain/complaint/vocabulary';
import { explainDeadlines, type ExplainedDeadline } from '@jieban/domain/deadline/explain-deadlines';
import { lightBoundaries, lightWithin } from '@jieban/domain/deadline/light';
import type { DeadlinePolicy } from '@jieban/domain/deadline/policies';
import type { WorkingCalendar } from '@jieban/domain/deadline/working-calendar';
import { addDays, civilDateOf, startOfDay, type CivilDate } from '@jieban/domain/time/civil-date';

export interface SurveyedClock {
  readonly dueOn: CivilDate;
  readonly dueAt: Date;
  readonly light: Light;
  /** Working days after the due day up to today; 0 when it is not past. */
  readonly workingDaysOver: number;
}

export interface ReceiptDay {
  readonly on: CivilDate;
  readonly daysAgo: number;
  readonly isWorkingDay: boolean;
  readonly procedural: SurveyedClock;
  readonly substantive: SurveyedClock;
}

/** A month, a ten-day festival, ten working days late and some room: nothing that the demo wants is older. */
const DAYS_SURVEYED = 100;

/** Today first. */
export function surveyReceiptDays(
  now: Date,
  { policy, calendar }: { readonly policy: DeadlinePolicy; readonly calendar: WorkingCalendar },
): ReceiptDay[] {
  const boundaries = lightBoundaries(now, calendar);
  const today = civilDateOf(now);
  const look = (kind: 'procedural' | 'substantive', deadline: ExplainedDeadline): SurveyedClock => {
    const { dueOn } = deadline;
    const dueAt = new Date(deadline.dueAt);
    return {
      dueOn,
      dueAt,
      light: lightWithin({ kind, dueOn, dueAt }, boundaries),
      workingDaysOver: calendar.workingDaysUntil(dueOn, today),
    };
  };
  return Array.from({ length: DAYS_SURVEYED }, (_, daysAgo) => {
    const on = addDays(today, -daysAgo);
    const { procedural, substantive } = explainDeadlines({ receivedAt: startOfDay(on), policy, calendar });
    return {
      on,
      daysAgo,
      isWorkingDay: calendar.isWorkingDay(on),
      procedural: look('procedural', procedural),
      substantive: look('substantive', substantive),
    };
  });
}
