// Instants and days as they are written on the screens: always Beijing time, whatever the machine's zone is.
import {
  addDays,
  civilDate,
  civilDateOf,
  startOfDay,
  weekdayOf,
  type CivilDate,
  type Weekday,
} from '@jieban/domain/time/civil-date';
import type { TFunction } from 'i18next';

const WEEKDAY_KEYS = {
  1: 'weekday.d1',
  2: 'weekday.d2',
  3: 'weekday.d3',
  4: 'weekday.d4',
  5: 'weekday.d5',
  6: 'weekday.d6',
  7: 'weekday.d7',
} as const satisfies Record<Weekday, string>;

export function weekdayText(on: CivilDate, t: TFunction): string {
  return t(WEEKDAY_KEYS[weekdayOf(on)]);
}

/** `14:32:07` or `14:32`. */
export function timeOfDay(instant: Date, precision: 'minutes' | 'seconds' = 'minutes'): string {
  const text = new Date(instant.getTime() - startOfDay(civilDateOf(instant)).getTime()).toISOString();
  return text.slice(11, precision === 'minutes' ? 16 : 19);
}

/** `05-06 周一`; the year is written only when it is not this year. */
export function dayText(on: CivilDate, today: CivilDate, t: TFunction): string {
  const shown = on.slice(0, 4) === today.slice(0, 4) ? on.slice(5) : on;
  return `${shown} ${weekdayText(on, t)}`;
}

/** `11-23 周一 14:32`. */
export function instantText(instant: Date, now: Date, t: TFunction): string {
  return `${dayText(civilDateOf(instant), civilDateOf(now), t)} ${timeOfDay(instant)}`;
}

/** The end of a day is written as the law writes it, 24:00 of that day (民法典 203), not 00:00 of the next one. */
export function fullInstantText(instant: Date, t: TFunction): string {
  const on = civilDateOf(instant);
  const time = timeOfDay(instant, 'seconds');
  if (time !== '00:00:00') return `${on} ${weekdayText(on, t)} ${time}`;
  const before = addDays(on, -1);
  return `${before} ${weekdayText(before, t)} 24:00`;
}

/** `12月1日`, for reading out. */
export function monthDayText(on: string, t: TFunction): string {
  const date = civilDate(on);
  return t('date.monthDay', { month: Number(date.slice(5, 7)), day: Number(date.slice(8)) });
}

/** `3分钟前`; the clocks of two machines may differ a little, so the future counts as now. */
export function ageText(instant: Date, now: Date, t: TFunction): string {
  const seconds = Math.max(0, Math.floor((now.getTime() - instant.getTime()) / 1000));
  if (seconds < 60) return t('age.seconds', { n: seconds });
  if (seconds < 3600) return t('age.minutes', { n: Math.floor(seconds / 60) });
  if (seconds < 86_400) return t('age.hours', { n: Math.floor(seconds / 3600) });
  return t('age.days', { n: Math.floor(seconds / 86_400) });
}

/** Length of a call, `03:12`, hours only when there are any. */
export function durationText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const pad = (n: number): string => String(n).padStart(2, '0');
  const minutesAndSeconds = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return seconds < 3600 ? minutesAndSeconds : `${Math.floor(seconds / 3600)}:${minutesAndSeconds}`;
}
