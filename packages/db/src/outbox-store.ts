// The outbox: rows written with the change that causes them, relayed to the queue afterwards.
import { asc, isNull, sql } from 'drizzle-orm';
import type { OutboxRelayStore } from '@jieban/application/outbox';
import type { OutboxStore } from '@jieban/application/unit-of-work';
import type { DatabaseConnection, Executor } from './connect';
import { recordset, textArray } from './json-rows';
import { outbox } from './schema/escalation';

export function outboxStore(tx: Executor): OutboxStore {
  return {
    async add(entries) {
      if (entries.length === 0) return;
      const rows = entries.map(({ job, key, payload }) => ({ job, key, payload }));
      await tx.execute(sql`
        insert into outbox (job, key, payload)
        select job, key, payload from ${recordset(rows)} as r(job text, key text, payload jsonb)
        on conflict do nothing`);
    },
  };
}

/** The relay's side. The claim is held while the queue is spoken to; a crash in between relays the rows again. */
export function outboxRelayStore({ db, sql: client }: DatabaseConnection): OutboxRelayStore {
  return {
    relayBatch: (limit, publish) =>
      db.transaction(async (tx) => {
        const rows = await tx
          .select({ id: outbox.id, job: outbox.job, key: outbox.key, payload: outbox.payload })
          .from(outbox)
          .where(isNull(outbox.relayedAt))
          .orderBy(asc(outbox.id))
          .limit(limit)
          .for('update', { skipLocked: true });
        if (rows.length === 0) return 0;
        await publish(rows.map((row) => ({ ...row, id: row.id.toString() })));
        const ids = textArray(rows.map((row) => row.id.toString()));
        await tx.execute(sql`update outbox set relayed_at = now() where id = any(${ids}::bigint[])`);
        return rows.length;
      }),
    async onNewRows(listener) {
      const subscription = await client.listen('jieban_outbox', listener);
      return () => subscription.unlisten();
    },
  };
}
