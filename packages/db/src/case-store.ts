import { eq, sql } from 'drizzle-orm';
import type { CaseStore, LockedCase } from '@jieban/application/case/case-store';
import type { Identity } from '@jieban/application/register/registration-store';
import type { Actor } from '@jieban/domain/access/permissions';
import type { ComplaintId, ComplaintState, UnitId } from '@jieban/domain/complaint/vocabulary';
import { readAround, readStanding, writeStanding } from './case-standing';
import type { Executor } from './connect';
import { listHandlersOf } from './people-store';
import { clock, complaint, complaintIdentity } from './schema/complaints';
import { openJson, type Vault } from './vault';
import { unitsFrom, visibleTo } from './visible-cases';

export function caseStore(tx: Executor, vault: Vault): CaseStore {
  return {
    lock: (actor, id) => readOne(tx, actor, id, true),
    lockForProgram: (id) => readOne(tx, 'program', id, true),
    find: (actor, id) => readOne(tx, actor, id, false),

    async findByNumber(actor, number) {
      const [row] = await tx.execute<{ id: ComplaintId }>(sql`
        select k.id from complaint k where k.number = ${number} and ${visibleTo(actor)}`);
      return row?.id ?? null;
    },

    async settle(id, state, standing) {
      await tx.update(complaint).set({ state }).where(eq(complaint.id, id));
      await writeStanding(tx, id, standing);
    },

    async assign(id, unitId, handlerId) {
      await tx.update(complaint).set({ handlingUnitId: unitId, handlerId }).where(eq(complaint.id, id));
    },

    async isAccused(id, unitId, userId) {
      const [row] = await tx.execute<{ accused: boolean }>(sql`
        select exists (
          select from complaint_accused a where a.complaint_id = ${id}
            and (a.unit_id in (${unitsFrom(unitId, 'up')}) or a.user_id = ${userId}::uuid)
        ) or exists (
          select from declared_interest i where i.complaint_id = ${id} and i.user_id = ${userId}::uuid
            and i.decision is distinct from 'no-interest'
        ) as accused`);
      return row?.accused === true;
    },

    async handlesIn(unitId, userId) {
      return (await listHandlersOf(tx, unitId)).some(({ id }) => id === userId);
    },

    async inheritAccused(from, to) {
      await tx.execute(sql`
        insert into complaint_accused (complaint_id, position, text, unit_id, user_id)
        select ${to}::uuid, o.last + row_number() over (order by a.position), a.text, a.unit_id, a.user_id
        from complaint_accused a,
          (select coalesce(max(position), 0) as last from complaint_accused where complaint_id = ${to}) o
        where a.complaint_id = ${from} and not exists (
          select from complaint_accused b where b.complaint_id = ${to} and b.text = a.text
            and b.unit_id is not distinct from a.unit_id and b.user_id is not distinct from a.user_id)`);
    },

    async identityOf(id) {
      const [row] = await tx.select().from(complaintIdentity).where(eq(complaintIdentity.complaintId, id));
      return row === undefined ? null : (openJson(vault, row, `identity:${id}`) as Identity);
    },
  };
}

async function readOne(
  tx: Executor,
  actor: Actor | 'program',
  id: ComplaintId,
  locks: boolean,
): Promise<LockedCase | null> {
  const [found] = await tx.execute<{
    id: string;
    state: string;
    received_at: string;
    handling_unit_id: string;
  }>(sql`
    select k.id, k.state, k.received_at, k.handling_unit_id from complaint k
    where k.id = ${id} and ${actor === 'program' ? sql`true` : visibleTo(actor)}
    ${locks ? sql`for no key update` : sql``}`);
  if (found === undefined) return null;
  const clocks = tx
    .select({ kind: clock.kind, dueAt: clock.dueAt, metAt: clock.metAt, status: clock.status })
    .from(clock)
    .where(eq(clock.complaintId, id))
    .orderBy(clock.kind);
  return {
    id: found.id as ComplaintId,
    state: found.state as ComplaintState,
    receivedAt: new Date(found.received_at),
    handlingUnitId: found.handling_unit_id as UnitId,
    // The sweep locks clocks, not cases: take them too, so that no rung fires while the clock is being met.
    clocks: await (locks ? clocks.for('update') : clocks),
    standing: await readStanding(tx, id),
    ...(await readAround(tx, id)),
  };
}
