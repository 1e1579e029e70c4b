import type { Light } from '@jieban/domain/complaint/vocabulary';
import {
  daysOver,
  lightWithin,
  workingDaysLeft,
  type LightBoundaries,
  type LitClock,
} from '@jieban/domain/deadline/light';
import type { WorkingCalendar } from '@jieban/domain/deadline/working-calendar';

/** How an open clock stands at the moment of the boundaries. */
export function presentLight(
  clock: LitClock,
  boundaries: LightBoundaries,
  calendar: WorkingCalendar,
): { light: Light; workingDaysLeft: number; daysOver: number } {
  const light = lightWithin(clock, boundaries);
  return {
    light,
    workingDaysLeft: light === 'overdue' ? 0 : workingDaysLeft(clock.dueOn, boundaries.now, calendar),
    daysOver: light === 'overdue' ? daysOver(clock.dueOn, boundaries.now) : 0,
  };
}
