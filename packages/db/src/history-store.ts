import { sql } from 'drizzle-orm';
import type { HistoryStore, NewHistoryEvent } from '@jieban/application/register/history-store';
import type { Executor } from './connect';
import { recordset } from './json-rows';

/** Sequence and hash chain are the database's own work (migrations, hash_history_event and its trigger). */
export function historyStore(tx: Executor): HistoryStore {
  return {
    async append(events) {
      if (events.length === 0) return;
      // The trigger locks one case after the other; the same order everywhere rules out a deadlock. Array.sort is
      // stable, so events of one case keep the order in which they were given.
      const sorted = [...events].sort((a, b) =>
        a.complaintId < b.complaintId ? -1 : a.complaintId > b.complaintId ? 1 : 0,
      );
      await tx.execute(sql`
        insert into history_event (complaint_id, seq, type, at, recorded_at, actor_id, data, hash)
        select complaint_id, 0, type, at, recorded_at, actor_id, data, ''::bytea from ${eventRows(sorted)}
        order by position`);
    },

    async begin(events) {
      if (events.length === 0) return;
      await tx.execute(sql`
        insert into history_event (complaint_id, seq, type, at, recorded_at, actor_id, data, hash)
        select complaint_id, 1, type, at, recorded_at, actor_id, data,
          hash_history_event(null, complaint_id, 1, type, at, recorded_at, actor_id, data)
        from ${eventRows(events)}`);
    },
  };
}

function eventRows(events: readonly NewHistoryEvent[]) {
  const rows = events.map(({ complaintId, type, at, recordedAt, actorId, data }, position) => ({
    position,
    complaint_id: complaintId,
    type,
    at,
    recorded_at: recordedAt,
    actor_id: actorId,
    data,
  }));
  return sql`${recordset(rows)} as r(position int, complaint_id uuid, type text, at timestamptz, recorded_at timestamptz,
    actor_id uuid, data jsonb)`;
}
