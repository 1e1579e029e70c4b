import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { AccusedStore } from '@jieban/application/recusal/accused-store';
import type { Executor } from './connect';
import { readUnitTree } from './people-store';
import { complaint, complaintAccused } from './schema/complaints';
import { appUser, unit } from './schema/people';
import { accusedDecision } from './schema/recusal';

export function accusedStore(tx: Executor): AccusedStore {
  return {
    async list(id) {
      return tx
        .select({
          position: complaintAccused.position,
          text: complaintAccused.text,
          unitId: complaintAccused.unitId,
          userId: complaintAccused.userId,
        })
        .from(complaintAccused)
        .where(eq(complaintAccused.complaintId, id))
        .orderBy(asc(complaintAccused.position));
    },

    async decisions(id) {
      return tx
        .select({ unitId: accusedDecision.unitId, userId: accusedDecision.userId })
        .from(accusedDecision)
        .where(eq(accusedDecision.complaintId, id))
        .orderBy(asc(accusedDecision.position));
    },

    async textOf(id) {
      const { subject, content, demand, place } = complaint;
      const [row] = await tx.select({ subject, content, demand, place }).from(complaint).where(eq(complaint.id, id));
      // What somebody wrote into the field "who is accused" counts as well: the directory may have learned the name since.
      const said = await tx
        .select({ text: complaintAccused.text })
        .from(complaintAccused)
        .where(
          and(eq(complaintAccused.complaintId, id), isNull(complaintAccused.unitId), isNull(complaintAccused.userId)),
        );
      return [...Object.values(row ?? {}), ...said.map(({ text }) => text)].join('\n');
    },

    async bureau() {
      const [units, people, { units: tree, intakeOwnerId }] = await Promise.all([
        tx.select({ id: unit.id, name: unit.name, aliases: unit.aliases, parentId: unit.parentId }).from(unit),
        tx
          .select({ id: appUser.id, displayName: appUser.displayName, unitId: appUser.unitId })
          .from(appUser)
          .where(isNull(appUser.disabledAt)),
        readUnitTree(tx),
      ]);
      return { units, people, tree, intakeOwnerId };
    },

    async holderOf(id) {
      const [row] = await tx
        .select({ unitId: complaint.handlingUnitId, handlerId: complaint.handlerId })
        .from(complaint)
        .where(eq(complaint.id, id));
      if (row === undefined) throw new Error(`Case ${id} is locked and not there.`);
      return row;
    },

    async add(id, { text, unitId, userId }) {
      // The decisions remember positions whose entry was withdrawn.
      const [row] = await tx.execute<{ position: number }>(sql`
        insert into complaint_accused (complaint_id, position, text, unit_id, user_id)
        select ${id}::uuid, coalesce(max(position) + 1, 0), ${text}, ${unitId}::uuid, ${userId}::uuid from (
          select position from complaint_accused where complaint_id = ${id}::uuid
          union all
          select accused_position from accused_decision where complaint_id = ${id}::uuid
        ) known
        returning position`);
      if (row === undefined) throw new Error(`The accused of case ${id} was not written.`);
      return row.position;
    },

    async remove(id, position) {
      await tx
        .delete(complaintAccused)
        .where(and(eq(complaintAccused.complaintId, id), eq(complaintAccused.position, position)));
    },

    async record(id, { decision, accusedPosition, unitId, userId, text, reason, decidedBy, decidedAt }) {
      await tx.execute(sql`
        insert into accused_decision (complaint_id, position, decision, accused_position, unit_id, user_id, text, reason,
          decided_by, decided_at)
        select ${id}::uuid, coalesce(max(position) + 1, 0), ${decision}, ${accusedPosition}::int, ${unitId}::uuid,
          ${userId}::uuid, ${text}, ${reason}, ${decidedBy}::uuid, ${decidedAt.toISOString()}::timestamptz
        from accused_decision where complaint_id = ${id}::uuid`);
    },
  };
}
