// The clocks of cases with what happened to each, as it is stored.
import { asc, inArray } from 'drizzle-orm';
import type { ClockEvent, ClockHistory } from '@jieban/domain/clock/clock-events';
import type { ClockKind, ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { readEvent, startOf } from './clock-event-rows';
import type { Executor } from './connect';
import { clockEvent } from './schema/clocks';
import { clock } from './schema/complaints';

export interface StoredClock {
  readonly events: readonly ClockEvent[];
  /** How many of the events are rows: none, while the clock's own row tells its start. */
  readonly written: number;
}

export type StoredClocks = ReadonlyMap<ComplaintId, ReadonlyMap<ClockKind, StoredClock>>;

export async function readStored(tx: Executor, ids: readonly ComplaintId[]): Promise<StoredClocks> {
  const clocks = await tx
    .select()
    .from(clock)
    .where(inArray(clock.complaintId, [...ids]))
    .orderBy(asc(clock.complaintId), asc(clock.kind));
  const rows = await tx
    .select()
    .from(clockEvent)
    .where(inArray(clockEvent.complaintId, [...ids]))
    .orderBy(asc(clockEvent.complaintId), asc(clockEvent.kind), asc(clockEvent.seq));
  const written = new Map<string, ClockEvent[]>();
  for (const { complaintId, kind, type, data } of rows) {
    const key = `${complaintId} ${kind}`;
    written.set(key, [...(written.get(key) ?? []), readEvent(type, data)]);
  }
  const stored = new Map<ComplaintId, Map<ClockKind, StoredClock>>();
  for (const each of clocks) {
    const events = written.get(`${each.complaintId} ${each.kind}`) ?? [];
    const ofCase = stored.get(each.complaintId) ?? new Map<ClockKind, StoredClock>();
    ofCase.set(each.kind, { events: events.length === 0 ? [startOf(each)] : events, written: events.length });
    stored.set(each.complaintId, ofCase);
  }
  return stored;
}

export function historiesOf(stored: StoredClocks, complaintId: ComplaintId): ClockHistory[] {
  return [...(stored.get(complaintId) ?? [])].map(([kind, { events }]) => ({ kind, events }));
}
