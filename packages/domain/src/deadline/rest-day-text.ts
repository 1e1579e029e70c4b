// Why a day is not worked, in the words of an explanation.
import { formatChineseDate } from '../time/shanghai-format';
import type { CivilDate } from '../time/civil-date';
import { citeStatute } from './statutes';
import type { WorkingCalendar } from './working-calendar';

/** `article` is null for holidays: the State Council's yearly notice lists them, no article does. */
export function describeRestDay(on: CivilDate, calendar: WorkingCalendar): { text: string; article: string | null } {
  const { name } = calendar.kindOf(on);
  if (name !== undefined) return { text: `${formatChineseDate(on)}是${name}假期`, article: null };
  return { text: `${formatChineseDate(on)}是周休息日`, article: citeStatute('working-hours-7') };
}
