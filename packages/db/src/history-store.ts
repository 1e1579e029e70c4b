import { sql } from 'drizzle-orm';
import type { HistoryStore } from '@jieban/application/register/history-store';
import type { Executor } from './connect';
import { recordset } from './json-rows';

/** Sequence and hash chain are the database's own work (trigger history_event_chain). */
export function historyStore(tx: Executor): HistoryStore {
  return {
    async append(events) {
      if (events.length === 0) return;
      // The trigger locks one case after the other; the same order everywhere rules out a deadlock. Array.sort is
      // stable, so events of one case keep the order in which they were given.
      const rows = [...events]
        .sort((a, b) => (a.complaintId < b.complaintId ? -1 : a.complaintId > b.complaintId ? 1 : 0))
        .map((event, position) => ({
          position,
          complaint_id: event.complaintId,
          type: event.type,
          at: event.at,
          recorded_at: event.recordedAt,
          actor_id: event.actorId,
          data: event.data,
        }));
      await tx.execute(sql`
        insert into history_event (complaint_id, seq, type, at, recorded_at, actor_id, data, hash)
        select complaint_id, 0, type, at, recorded_at, actor_id, data, ''::bytea
        from ${recordset(rows)} as r(position int, complaint_id uuid, type text, at timestamptz,
          recorded_at timestamptz, actor_id uuid, data jsonb)
        order by position`);
    },
  };
}
