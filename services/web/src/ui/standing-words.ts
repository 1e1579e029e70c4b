import type { ClockView } from '@jieban/contracts/api/complaint';
import { civilDate, type CivilDate } from '@jieban/domain/time/civil-date';
import type { TFunction } from 'i18next';
import { dayText } from './shanghai-text';

/** Why a clock that was not met shows no light; null where it runs or is met. */
export function standingWords(clock: ClockView, today: CivilDate, t: TFunction): string | null {
  if (clock.status === 'ended') return t('clockView.ended');
  if (clock.status !== 'paused') return null;
  const on = clock.awaitingSince === null ? '' : dayText(civilDate(clock.awaitingSince), today, t);
  return t('clockView.paused', { on });
}

/** What moved the due day: pauses and the extension, with the day that it replaces. Empty where nothing did. */
export function movedWords(clock: ClockView, today: CivilDate, t: TFunction): readonly string[] {
  const { pausedDays, extensionDays, originalDueOn } = clock;
  const words: string[] = [];
  if (pausedDays > 0) words.push(t('clockView.pausedDays', { days: pausedDays }));
  if (extensionDays > 0)
    words.push(t('clockView.extended', { days: extensionDays, on: dayText(civilDate(originalDueOn), today, t) }));
  return words;
}
