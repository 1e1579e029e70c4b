// `jieban calendar show`: one year as the house counts it now.
import { openCalendars } from '@jieban/db/calendar-source';
import { civilDate, weekdayOf } from '@jieban/domain/time/civil-date';
import { CommandRefused } from '../command-refused';
import { withOpenHouse } from '../open-house';

interface ShowOptions {
  readonly data?: string;
  readonly json?: boolean;
}

export async function runCalendarShowCommand(year: string, { json = false, ...flags }: ShowOptions): Promise<void> {
  if (!/^[12]\d{3}$/.test(year)) throw new CommandRefused(2, `“${year}”不是年份,请写四位数字,如 2026`);
  await withOpenHouse(flags, async ({ connection }) => {
    const table = (await openCalendars(connection.db)).newestTable();
    const days = table.days.filter(({ on }) => on.startsWith(`${year}-`)).sort((a, b) => (a.on < b.on ? -1 : 1));
    const isKnown = table.knownFrom <= civilDate(`${year}-01-01`) && table.knownThrough >= civilDate(`${year}-12-31`);
    if (json) {
      console.log(JSON.stringify({ version: table.version, year: Number(year), isKnown, days }));
      return;
    }
    console.log(`${year}年 日历 ${table.version},已公布 ${table.knownFrom} 至 ${table.knownThrough}`);
    for (const { on, off, name } of days)
      console.log(`${on} 周${'一二三四五六日'.charAt(weekdayOf(on) - 1)} ${off ? '放假' : '上班'} ${name}`);
    if (!isKnown) console.log('公布范围以外的日期按周末推算,到期日标为暂定');
  });
}
