import type { AccusedOfCase, InterestsOfCase } from '@jieban/contracts/api/recusal';
import type { AccusedOfCase as Found } from '@jieban/application/recusal/suggest-for-case';
import type { InterestLine } from '@jieban/db/interest-store';
import { mayDo, type Actor } from '@jieban/domain/access/permissions';
import { concernsActor, isTriager } from '@jieban/domain/access/triage-accused';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';

export function presentAccused(
  complaintId: ComplaintId,
  { listed, suggestions, bureau }: Found,
  actor: Actor,
): AccusedOfCase {
  const triages = isTriager(actor, bureau.intakeOwnerId);
  return {
    complaintId,
    listed: listed.map(({ position, text, unitId, userId }) => ({
      position,
      text,
      isKnown: unitId !== null || userId !== null,
    })),
    suggestions: (triages ? suggestions : []).map((suggestion) => ({
      unitId: suggestion.unitId,
      userId: suggestion.userId,
      name: suggestion.name,
      words: suggestion.words,
      isStrong: suggestion.isStrong,
      mayTurnDown: !concernsActor(actor, suggestion, bureau.tree),
    })),
    mayWithdraw: triages,
  };
}

/** Why somebody withdraws is often about their family: it is for those who decide. */
export function presentInterests(
  complaintId: ComplaintId,
  lines: readonly InterestLine[],
  actor: Actor,
): InterestsOfCase {
  const decides = mayDo(actor.role, 'interest.decide');
  return {
    complaintId,
    items: lines.map(({ id, user, declaredAt, reason, decision, decidedAt }) => ({
      id,
      declarer: user,
      declaredAt: formatShanghaiInstant(declaredAt),
      reason: decides ? reason : null,
      decision,
      decidedAt: decidedAt === null ? null : formatShanghaiInstant(decidedAt),
    })),
  };
}
