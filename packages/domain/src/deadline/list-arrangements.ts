import { civilDate, civilDateOfDayNumber, dayNumberOf } from '../time/civil-date';
import type { CalendarDay } from './working-calendar';

/** A festival of one year, as the State Council notice has it: days off (first and last), weekends worked. */
export interface Arrangement {
  readonly name: string;
  readonly off: readonly [first: string, last: string];
  readonly worked: readonly string[];
}

/** The same day by day. @throws InvalidCivilDate */
export function listDays({ name, off, worked }: Arrangement): CalendarDay[] {
  const [first, last] = off;
  const start = dayNumberOf(civilDate(first));
  const length = dayNumberOf(civilDate(last)) - start + 1;
  const offDays = Array.from({ length }, (_, i) => ({ on: civilDateOfDayNumber(start + i), off: true, name }));
  return [...offDays, ...worked.map((on) => ({ on: civilDate(on), off: false, name }))];
}
