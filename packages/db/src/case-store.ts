import { eq, sql } from 'drizzle-orm';
import type { CaseStore } from '@jieban/application/case/case-store';
import type { Identity } from '@jieban/application/register/registration-store';
import type { ComplaintId, ComplaintState, UnitId } from '@jieban/domain/complaint/vocabulary';
import { readAround, readStanding } from './case-standing';
import type { Executor } from './connect';
import { clock, complaint, complaintIdentity } from './schema/complaints';
import { openJson, type Vault } from './vault';
import { unitsFrom, visibleTo } from './visible-cases';

export function caseStore(tx: Executor, vault: Vault): CaseStore {
  return {
    async lock(actor, id) {
      const [found] = await tx.execute<{
        id: string;
        state: string;
        received_at: string;
        handling_unit_id: string;
      }>(sql`
        select k.id, k.state, k.received_at, k.handling_unit_id from complaint k
        where k.id = ${id} and ${visibleTo(actor)}
        for no key update`);
      if (found === undefined) return null;
      // The sweep locks clocks, not cases: take them too, so that no rung fires while the clock is being met.
      const clocks = await tx
        .select({ kind: clock.kind, dueAt: clock.dueAt, metAt: clock.metAt, status: clock.status })
        .from(clock)
        .where(eq(clock.complaintId, id))
        .orderBy(clock.kind)
        .for('update');
      return {
        id: found.id as ComplaintId,
        state: found.state as ComplaintState,
        receivedAt: new Date(found.received_at),
        handlingUnitId: found.handling_unit_id as UnitId,
        clocks,
        standing: await readStanding(tx, id),
        ...(await readAround(tx, id)),
      };
    },

    async setState(id, state) {
      await tx.update(complaint).set({ state }).where(eq(complaint.id, id));
    },

    async assign(id, unitId, handlerId) {
      await tx.update(complaint).set({ handlingUnitId: unitId, handlerId }).where(eq(complaint.id, id));
    },

    async isAccused(id, unitId, userId) {
      const [row] = await tx.execute<{ accused: boolean }>(sql`
        select exists (
          select from complaint_accused a where a.complaint_id = ${id}
            and (a.unit_id in (${unitsFrom(unitId, 'up')}) or a.user_id = ${userId}::uuid)
        ) as accused`);
      return row?.accused === true;
    },

    async identityOf(id) {
      const [row] = await tx.select().from(complaintIdentity).where(eq(complaintIdentity.complaintId, id));
      return row === undefined ? null : (openJson(vault, row, `identity:${id}`) as Identity);
    },
  };
}
