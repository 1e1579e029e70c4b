// A calendar that always answers as the newest one does. A process that runs for months is handed this one at its
// start, and every part of it counts by a calendar that was loaded meanwhile without being told of it.
import type { WorkingCalendar } from './working-calendar';

export function livingCalendar(newest: () => WorkingCalendar): WorkingCalendar {
  return {
    get version() {
      return newest().version;
    },
    get knownFrom() {
      return newest().knownFrom;
    },
    get knownThrough() {
      return newest().knownThrough;
    },
    kindOf: (on) => newest().kindOf(on),
    isWorkingDay: (on) => newest().isWorkingDay(on),
    nextWorkingDay: (onOrAfter) => newest().nextWorkingDay(onOrAfter),
    previousWorkingDay: (onOrBefore) => newest().previousWorkingDay(onOrBefore),
    addWorkingDays: (on, n) => newest().addWorkingDays(on, n),
    workingDaysUntil: (from, to) => newest().workingDaysUntil(from, to),
  };
}
