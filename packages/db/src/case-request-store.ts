import { and, asc, eq, isNull } from 'drizzle-orm';
import type { CaseRequestStore } from '@jieban/application/case/case-request-store';
import type { Executor } from './connect';
import { caseRequest, jointUnit } from './schema/case-standing';

const WAITING = {
  id: caseRequest.id,
  kind: caseRequest.kind,
  requestedBy: caseRequest.requestedBy,
  requestedAt: caseRequest.requestedAt,
  reason: caseRequest.reason,
  days: caseRequest.days,
  plan: caseRequest.plan,
  reviewOn: caseRequest.reviewOn,
  unitId: caseRequest.unitId,
} as const;

export function caseRequestStore(tx: Executor): CaseRequestStore {
  return {
    waiting: (complaintId) =>
      tx
        .select(WAITING)
        .from(caseRequest)
        .where(and(eq(caseRequest.complaintId, complaintId), isNull(caseRequest.decision)))
        .orderBy(asc(caseRequest.requestedAt)),

    async add(complaintId, request) {
      await tx.insert(caseRequest).values({ ...request, complaintId });
    },

    async decide(id, decision, by, at) {
      await tx.update(caseRequest).set({ decision, decidedBy: by, decidedAt: at }).where(eq(caseRequest.id, id));
    },

    async addJointUnit(complaintId, unitId, by, at) {
      await tx.insert(jointUnit).values({ complaintId, unitId, grantedBy: by, grantedAt: at }).onConflictDoNothing();
    },
  };
}
