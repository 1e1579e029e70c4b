import { and, eq, isNull } from 'drizzle-orm';
import type { InterestStore } from '@jieban/application/recusal/interest-store';
import type { InterestDecision } from '@jieban/domain/access/decide-interest';
import type { ComplaintId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { Executor } from './connect';
import { appUser } from './schema/people';
import { declaredInterest } from './schema/recusal';

export function interestStore(tx: Executor): InterestStore {
  return {
    async declare(interest) {
      await tx.insert(declaredInterest).values(interest);
    },

    async findUndecided(complaintId, id) {
      const [row] = await tx
        .select({
          userId: appUser.id,
          role: appUser.role,
          unitId: appUser.unitId,
          wasHandler: declaredInterest.wasHandler,
        })
        .from(declaredInterest)
        .innerJoin(appUser, eq(appUser.id, declaredInterest.userId))
        .where(
          and(
            eq(declaredInterest.complaintId, complaintId),
            eq(declaredInterest.id, id),
            isNull(declaredInterest.decision),
          ),
        );
      if (row === undefined) return null;
      const { wasHandler, ...declarer } = row;
      return { id, declarer, wasHandler };
    },

    async decide(id, decision, decidedBy, decidedAt) {
      await tx.update(declaredInterest).set({ decision, decidedBy, decidedAt }).where(eq(declaredInterest.id, id));
    },
  };
}

export interface InterestLine {
  readonly id: string;
  readonly user: { readonly id: UserId; readonly displayName: string };
  readonly reason: string;
  readonly declaredAt: Date;
  readonly decision: InterestDecision | null;
  readonly decidedAt: Date | null;
}

/** For a case that `readCase` has shown to this actor; oldest first. */
export async function readInterests(db: Executor, id: ComplaintId): Promise<InterestLine[]> {
  const rows = await db
    .select({
      id: declaredInterest.id,
      userId: appUser.id,
      displayName: appUser.displayName,
      reason: declaredInterest.reason,
      declaredAt: declaredInterest.declaredAt,
      decision: declaredInterest.decision,
      decidedAt: declaredInterest.decidedAt,
    })
    .from(declaredInterest)
    .innerJoin(appUser, eq(appUser.id, declaredInterest.userId))
    .where(eq(declaredInterest.complaintId, id))
    .orderBy(declaredInterest.declaredAt);
  return rows.map(({ userId, displayName, ...row }) => ({ ...row, user: { id: userId, displayName } }));
}
