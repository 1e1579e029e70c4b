// `jieban calendar load`: a new State Council notice. Lists the cases whose day moves; with --apply it moves them.
import { readFile } from 'node:fs/promises';
import { CalendarOutdated, CalendarVersionTaken, prepareCalendar } from '@jieban/application/clock/load-calendar';
import { listRedatings, redateClocks, type RedatingLine } from '@jieban/application/clock/redate-clocks';
import { openCalendars } from '@jieban/db/calendar-source';
import type { ClockKind } from '@jieban/domain/complaint/vocabulary';
import { InvalidCalendarTable, readCalendarTable } from '@jieban/domain/deadline/calendar-table';
import { DEFAULT_LADDER } from '@jieban/domain/escalation/default-ladder';
import { CommandRefused } from '../command-refused';
import { withOpenHouse } from '../open-house';

interface LoadOptions {
  readonly apply?: boolean;
  readonly data?: string;
  readonly json?: boolean;
}

export async function runCalendarLoadCommand(file: string, options: LoadOptions): Promise<void> {
  const { apply = false, json = false, ...flags } = options;
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandRefused(1, `${file}:读不到文件`);
  });
  await refusingBadTables(file, async () => {
    const given = readCalendarTable(parse(file, text));
    await withOpenHouse(flags, async ({ connection, unitOfWork, clock }) => {
      const source = await openCalendars(connection.db);
      const { calendar, table, isStored } = await prepareCalendar(source, given);
      const deps = { unitOfWork, clockRules: { ladder: DEFAULT_LADDER, ...source } };

      const listed = { moved: 0, relabelled: 0 };
      for await (const line of listRedatings(deps, calendar)) {
        listed[line.isMoved ? 'moved' : 'relabelled'] += 1;
        if (json) console.log(JSON.stringify(facts(line)));
        else if (line.isMoved) console.log(describe(line));
      }
      if (!apply) {
        if (json) console.log(JSON.stringify({ summary: { version: calendar.version, applied: false, ...listed } }));
        else console.log(`试运行,没有改动:${count(listed)}。加 --apply 生效`);
        return;
      }
      if (!isStored) await source.add(table);
      const done = await redateClocks(deps, calendar, clock);
      if (json) console.log(JSON.stringify({ summary: { version: calendar.version, applied: true, ...done } }));
      else console.log(`日历 ${calendar.version} 已生效:${count(done)};运行中的各服务将在15秒内改用新日历`);
    });
  });
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new CommandRefused(1, `${file}:不是 JSON 文件,请检查括号、引号和逗号`);
  }
}

async function refusingBadTables(file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof InvalidCalendarTable)
      throw new CommandRefused(1, error.problems.map((problem) => `${file} ${problem}`).join('\n'));
    if (error instanceof CalendarVersionTaken || error instanceof CalendarOutdated)
      throw new CommandRefused(1, error.publicMessage);
    throw error;
  }
}

const CLOCK_NAMES: Readonly<Record<ClockKind, string>> = {
  procedural: '程序性答复',
  substantive: '实体办理',
  hotline: '热线期限',
};

function describe({ number, kind, from, to }: RedatingLine): string {
  return `${number} ${CLOCK_NAMES[kind]}:${from.dueOn}${mark(from)} → ${to.dueOn}${mark(to)}`;
}

const mark = ({ provisional }: { readonly provisional: boolean }) => (provisional ? '(暂定)' : '');

function facts({ number, kind, from, to, isMoved }: RedatingLine) {
  return { number, clock: kind, from, to, isMoved };
}

function count({ moved, relabelled }: { readonly moved: number; readonly relabelled: number }): string {
  return `到期日变动 ${moved} 项,到期日不变、依据更新 ${relabelled} 项`;
}
