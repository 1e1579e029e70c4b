// A register of any size, written by a few set-based statements: rows like those that registering and a year of work
// would have left. Due days and rungs come from the rules themselves, once per day of receipt. What the board never
// reads (identities, history, rungs of met clocks) is left out.
import { computeDeadline } from '@jieban/domain/deadline/compute-deadline';
import { hotlineDeadline } from '@jieban/domain/deadline/hotline-deadline';
import type { Deadline } from '@jieban/domain/deadline/deadline';
import { PUBLISHED_CALENDAR } from '@jieban/domain/deadline/published-calendar';
import { DEFAULT_LADDER } from '@jieban/domain/escalation/default-ladder';
import { planRungs } from '@jieban/domain/escalation/plan-rungs';
import type { BenchDatabase } from './bench-server';

/** How far the register goes back, whatever its size: a larger bureau has more cases a day, not a longer memory. */
const DAYS = 400;
const DAY_MS = 86_400_000;

/**
 * Some 8 % of the cases are open: nearly all of the last three weeks and a tail of old ones; 60 % come from the
 * hotline, 25 % by phone, 15 % by mail; 1 % accuse a unit or an officer of the bureau.
 */
export async function seedRegister({ connection, bureau }: BenchDatabase, size: number, now: Date): Promise<void> {
  const shares = bureau.units.map(({ share }, index) => ({
    until: bureau.units.slice(0, index + 1).reduce((sum, each) => sum + each.share, 0) / 100,
    share: share / 100,
  }));
  const units = bureau.units.map(({ id, handler }, index) => ({
    unit_id: id,
    handler_id: handler.userId,
    share_from: (shares[index]?.until ?? 0) - (shares[index]?.share ?? 0),
    share_until: shares[index]?.until,
    place: index,
  }));
  const days = Array.from({ length: DAYS + 1 }, (_, age) => describeDay(age, now));

  await connection.sql.begin(async (sql) => {
    const recordset = (rows: readonly object[]) => sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)`;
    await sql`select setseed(0.2)`;
    await sql`create temp table seed_unit on commit drop as
      select * from ${recordset(units)} as r(unit_id uuid, handler_id uuid, share_from float8, share_until float8, place int)`;
    await sql`create temp table seed_clock on commit drop as
      select * from ${recordset(days.flatMap(({ clocks }) => clocks))} as r(age int, kind text, policy text,
        calendar_version text, nominal_on date, due_on date, due_at timestamptz, provisional boolean, steps text)`;
    await sql`
      insert into deadline_explanation (sha256, steps)
      select distinct on (s.steps) sha256(convert_to(s.steps, 'UTF8')), s.steps::json from seed_clock s`;
    await sql`create temp table seed_rung on commit drop as
      select * from ${recordset(days.flatMap(({ rungs }) => rungs))}
        as r(age int, kind text, code text, fires_at timestamptz)`;
    await sql`create temp table seed_case on commit drop as
      select r.*, u.unit_id, case when dice_handler < 0.8 then u.handler_id end as handler_id,
        case when age <= 21 then dice_open < 0.95 when age <= 90 then dice_open < 0.2 else dice_open < 0.001 end as is_open,
        case when dice_channel < 0.6 then 'hotline' when dice_channel < 0.85 then 'phone' else 'mailbox' end as channel,
        ${now.toISOString()}::timestamptz - age * interval '1 day' as received_at
      from (
        select i, uuidv7() as id, floor((1 - i::float8 / ${size}) * ${DAYS})::int as age, random() as dice_open,
          random() as dice_channel, random() as dice_unit, random() as dice_handler, random() as dice_replied
        from generate_series(1, ${size}) i
      ) r
      join seed_unit u on r.dice_unit >= u.share_from and r.dice_unit < u.share_until`;
    await sql`
      insert into complaint (id, number, channel, state, received_at, registered_at, subject, content, category,
        handling_unit_id, handler_id)
      select id, 'MZ-2026-' || lpad(i::text, 7, '0'), channel, case when is_open then 'registered' else 'closed' end,
        received_at, received_at + interval '10 minutes', '反映养老机构押金不退问题第' || i || '件',
        repeat('来电人反映养老机构收费不透明,收取押金后拒不退还,请核实处理。', 4), '', unit_id, handler_id
      from seed_case order by i`;
    await sql`
      insert into clock (complaint_id, kind, unit_id, started_at, policy, calendar_version, nominal_on, due_on, due_at,
        provisional, explanation, met_at, status)
      select s.id, c.kind, s.unit_id, s.received_at, c.policy, c.calendar_version, c.nominal_on, c.due_on, c.due_at,
        c.provisional, sha256(convert_to(c.steps, 'UTF8')), m.met_at,
        case when m.met_at is null then 'running' else 'met' end
      from seed_case s join seed_clock c on c.age = s.age and (c.kind <> 'hotline' or s.channel = 'hotline')
      cross join lateral (select
        case when not s.is_open then s.received_at + least(s.age, 6) * interval '1 day'
          when c.kind <> 'substantive' and s.age > 2 and s.dice_replied < 0.85 then s.received_at + interval '2 days' end
        as met_at) m
      order by s.i`;
    await sql`
      insert into escalation_rung (complaint_id, clock_kind, due_on, code, fires_at, state, settled_at)
      select c.complaint_id, c.kind, c.due_on, r.code, r.fires_at,
        case when r.fires_at <= ${now.toISOString()}::timestamptz then 'fired' else 'armed' end,
        case when r.fires_at <= ${now.toISOString()}::timestamptz then r.fires_at end
      from seed_case s
      join clock c on c.complaint_id = s.id and c.status = 'running'
      join seed_rung r on r.age = s.age and r.kind = c.kind`;
    await sql`
      insert into complaint_accused (complaint_id, position, text, unit_id, user_id)
      select s.id, 0, '被反映人', case when random() < 0.9 then u.unit_id end, null
      from seed_case s join seed_unit u on u.place = s.i % ${units.length}
      where s.dice_channel * 100 - floor(s.dice_channel * 100) < 0.01`;
  });
  // As autovacuum would have left it after a night.
  for (const table of ['complaint', 'clock', 'escalation_rung', 'complaint_accused', 'unit', 'app_user']) {
    await connection.sql.unsafe(`vacuum analyze ${table}`);
  }
}

function describeDay(age: number, now: Date) {
  const receivedAt = new Date(now.getTime() - age * DAY_MS);
  const rule = { receivedAt, policy: 'calendar-roll', calendar: PUBLISHED_CALENDAR } as const;
  const deadlines: Deadline[] = [
    computeDeadline({ kind: 'procedural', ...rule }),
    computeDeadline({ kind: 'substantive', ...rule }),
    hotlineDeadline({ receivedAt, dueAt: new Date(receivedAt.getTime() + 5 * DAY_MS) }),
  ];
  return {
    clocks: deadlines.map((deadline) => ({
      age,
      kind: deadline.kind,
      policy: deadline.policy,
      calendar_version: deadline.calendarVersion,
      nominal_on: deadline.nominalOn,
      due_on: deadline.dueOn,
      due_at: deadline.dueAt,
      provisional: deadline.provisional,
      steps: JSON.stringify(deadline.steps),
    })),
    rungs: deadlines.flatMap(({ kind, dueOn, dueAt }) =>
      planRungs({ ladder: DEFAULT_LADDER, kind, dueOn, dueAt, calendar: PUBLISHED_CALENDAR, from: receivedAt })
        // Those that have passed and the next one, which is all that a clock owns.
        .filter((_rung, place, all) => (all[place - 1]?.firesAt ?? receivedAt) <= now)
        .map(({ code, firesAt }) => ({ age, kind, code, fires_at: firesAt })),
    ),
  };
}
