// How days and instants are written out: for machines with an explicit +08:00, for people in Chinese.
import { civilDateOf, startOfDay, weekdayOf, type CivilDate, type Weekday } from './civil-date';

const WEEKDAY_NAMES: Record<Weekday, string> = {
  1: '星期一',
  2: '星期二',
  3: '星期三',
  4: '星期四',
  5: '星期五',
  6: '星期六',
  7: '星期日',
};

/** `2024-03-23T00:00:00+08:00`: the reader sees the Shanghai day without converting from UTC. Milliseconds are cut. */
export function formatShanghaiInstant(instant: Date): string {
  const on = civilDateOf(instant);
  const timeOfDay = new Date(instant.getTime() - startOfDay(on).getTime()).toISOString().slice(11, 19);
  return `${on}T${timeOfDay}+08:00`;
}

/** `2024年3月22日（星期五）`. */
export function formatChineseDate(on: CivilDate): string {
  const year = on.slice(0, 4);
  const month = Number(on.slice(5, 7));
  const day = Number(on.slice(8));
  return `${year}年${month}月${day}日（${WEEKDAY_NAMES[weekdayOf(on)]}）`;
}
