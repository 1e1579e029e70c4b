import { and, asc, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import type { ClockChange, ClockLedger, ClockOutcome } from '@jieban/application/clock/clock-ledger';
import type { StoredRung } from '@jieban/domain/clock/replan';
import type { ClockKind, ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { rungCode } from '@jieban/domain/escalation/rung-code';
import { armRungs } from './arm-rungs';
import { eventData, instantOf } from './clock-event-rows';
import type { Executor } from './connect';
import type { ExplanationStore } from './explanation-store';
import { recordset } from './json-rows';
import { clockEvent } from './schema/clocks';
import { clock, complaint } from './schema/complaints';
import { escalationRung } from './schema/escalation';
import { historiesOf, readStored, type StoredClock } from './stored-clocks';

export function clockStore(tx: Executor, explanations: ExplanationStore): ClockLedger {
  return {
    async lock(complaintIds) {
      // Ids in one order everywhere, and a case before its clocks, or two of these could wait for each other for ever.
      const ids = [...complaintIds];
      await tx
        .select({ id: complaint.id })
        .from(complaint)
        .where(inArray(complaint.id, ids))
        .orderBy(asc(complaint.id))
        .for('no key update');
      await tx
        .select({ id: clock.complaintId })
        .from(clock)
        .where(inArray(clock.complaintId, ids))
        .orderBy(asc(clock.complaintId), asc(clock.kind))
        .for('update');
    },

    async read(complaintId) {
      return historiesOf(await readStored(tx, [complaintId]), complaintId);
    },

    async rungs(complaintId) {
      const rows = await tx.select().from(escalationRung).where(eq(escalationRung.complaintId, complaintId));
      const byKind = new Map<ClockKind, StoredRung[]>();
      for (const { clockKind, dueOn, code, firesAt, state } of rows) {
        byKind.set(clockKind, [...(byKind.get(clockKind) ?? []), { dueOn, code: rungCode(code), firesAt, state }]);
      }
      return byKind;
    },

    async casesOfOtherCalendars(version, after, limit) {
      const found = await tx
        .selectDistinct({ complaintId: clock.complaintId, number: complaint.number })
        .from(clock)
        .innerJoin(complaint, eq(complaint.id, clock.complaintId))
        .where(
          and(
            inArray(clock.status, ['running', 'paused']),
            ne(clock.kind, 'hotline'),
            ne(clock.calendarVersion, version),
            after === null ? undefined : gt(clock.complaintId, after),
          ),
        )
        .orderBy(asc(clock.complaintId))
        .limit(limit);
      const stored = await readStored(
        tx,
        found.map(({ complaintId }) => complaintId),
      );
      return found.map((each) => ({ ...each, clocks: historiesOf(stored, each.complaintId) }));
    },

    async write(complaintId, changes, outcomes, now) {
      const stored = (await readStored(tx, [complaintId])).get(complaintId) ?? new Map<ClockKind, StoredClock>();
      await writeClocks(tx, explanations, complaintId, outcomes);
      await appendEvents(tx, complaintId, stored, changes, now);
      await cancelRungs(tx, complaintId, outcomes, now);
      await armRungs(
        tx,
        outcomes.flatMap(({ after: { kind }, rungs }) =>
          rungs.arm.map(({ dueOn, ...rung }) => ({ complaintId, kind, dueOn, rung })),
        ),
      );
    },
  };
}

/** The change before the events, because a clock that begins with it must have its row first. */
async function writeClocks(
  tx: Executor,
  explanations: ExplanationStore,
  complaintId: ComplaintId,
  outcomes: readonly ClockOutcome[],
): Promise<void> {
  const names = await explanations.keep(outcomes.map(({ after }) => after.deadline));
  const rows = outcomes.map(({ after }, place) => ({
    kind: after.kind,
    started_at: after.countedFrom,
    policy: after.deadline.policy,
    calendar_version: after.deadline.calendarVersion,
    nominal_on: after.deadline.nominalOn,
    due_on: after.deadline.dueOn,
    due_at: after.deadline.dueAt,
    provisional: after.deadline.provisional,
    explanation: names[place],
    met_at: after.metAt,
    status: after.status,
    original_due_on: after.extensionDays === 0 ? null : after.originalDueOn,
    paused_days: after.pausedDays,
    extension_days: after.extensionDays,
    awaiting_since: after.awaitingSupplementSince,
    ended_at: after.endedAt,
  }));
  await tx.execute(sql`
    insert into clock (complaint_id, kind, unit_id, started_at, policy, calendar_version, nominal_on, due_on, due_at,
      provisional, explanation, met_at, status, original_due_on, paused_days, extension_days, awaiting_since, ended_at)
    select k.id, r.kind, k.handling_unit_id, r.started_at, r.policy, r.calendar_version, r.nominal_on, r.due_on,
      r.due_at, r.provisional, decode(r.explanation, 'hex'), r.met_at, r.status, r.original_due_on, r.paused_days,
      r.extension_days, r.awaiting_since, r.ended_at
    from ${recordset(rows)} as r(kind text, started_at timestamptz, policy text, calendar_version text,
      nominal_on date, due_on date, due_at timestamptz, provisional boolean, explanation text, met_at timestamptz,
      status text, original_due_on date, paused_days int, extension_days int, awaiting_since date,
      ended_at timestamptz)
    join complaint k on k.id = ${complaintId}::uuid
    on conflict (complaint_id, kind) do update set
      started_at = excluded.started_at, policy = excluded.policy, calendar_version = excluded.calendar_version,
      nominal_on = excluded.nominal_on, due_on = excluded.due_on, due_at = excluded.due_at,
      provisional = excluded.provisional, explanation = excluded.explanation, met_at = excluded.met_at,
      status = excluded.status, original_due_on = excluded.original_due_on, paused_days = excluded.paused_days,
      extension_days = excluded.extension_days, awaiting_since = excluded.awaiting_since,
      ended_at = excluded.ended_at`);
}

async function appendEvents(
  tx: Executor,
  complaintId: ComplaintId,
  stored: ReadonlyMap<ClockKind, StoredClock>,
  changes: readonly ClockChange[],
  now: Date,
): Promise<void> {
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  const rows = kinds.flatMap((kind) => {
    const before = stored.get(kind);
    const unwritten = before === undefined || before.written > 0 ? [] : before.events;
    const fresh = changes.filter((change) => change.kind === kind).map(({ event }) => event);
    return [...unwritten, ...fresh].map((event, place) => ({
      complaintId,
      kind,
      seq: (before?.written ?? 0) + place + 1,
      type: event.type,
      at: instantOf(event, now),
      recordedAt: now,
      data: eventData(event),
    }));
  });
  await tx.insert(clockEvent).values(rows);
}

async function cancelRungs(
  tx: Executor,
  complaintId: ComplaintId,
  outcomes: readonly ClockOutcome[],
  now: Date,
): Promise<void> {
  const rows = outcomes.flatMap(({ after: { kind }, rungs }) =>
    rungs.cancel.map(({ dueOn, code }) => ({ clock_kind: kind, due_on: dueOn, code })),
  );
  if (rows.length === 0) return;
  await tx.execute(sql`
    update escalation_rung e set state = 'cancelled', settled_at = ${now.toISOString()}::timestamptz
    from ${recordset(rows)} as r(clock_kind text, due_on date, code text)
    where e.complaint_id = ${complaintId}::uuid and e.clock_kind = r.clock_kind and e.due_on = r.due_on
      and e.code = r.code and e.state = 'armed'`);
}
