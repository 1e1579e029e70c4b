// How a due day reads in a list: `05-06 周一(余2个工作日)`.
import { civilDate, type CivilDate } from '@jieban/domain/time/civil-date';
import type { TFunction } from 'i18next';
import { dayText } from './shanghai-text';

export interface DueDay {
  readonly dueOn: string;
  readonly workingDaysLeft: number;
  readonly daysOver: number;
}

export function dueText(due: DueDay, today: CivilDate, t: TFunction): string {
  return t('due.dayWithRemainder', {
    day: dayText(civilDate(due.dueOn), today, t),
    remainder: remainderText(due, today, t),
  });
}

/** Late is late only once the day is over (DOMAIN §8.5): on the day itself it reads as due today. */
function remainderText(due: DueDay, today: CivilDate, t: TFunction): string {
  if (due.daysOver > 0) return t('due.over', { days: due.daysOver });
  // No working days left before a due day that is still ahead: a roll left only days off in between.
  if (due.workingDaysLeft === 0 && due.dueOn <= today) return t('due.today');
  return t('due.daysLeft', { days: due.workingDaysLeft });
}
