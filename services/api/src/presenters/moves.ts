import type { OfferedMoves } from '@jieban/application/case/offer-moves';
import type { OfferedMovesView } from '@jieban/contracts/api/moves';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';

export function presentMoves({ complaintId, state, standing, requests, open, closed }: OfferedMoves): OfferedMovesView {
  const { suspension, draft } = standing;
  return {
    complaintId,
    state,
    open: open.map(({ needs, mayHave, ...offered }) => ({ ...offered, needs: [...needs], mayHave: [...mayHave] })),
    closed: [...closed],
    suspension: suspension === null ? null : { plan: suspension.plan, reviewOn: suspension.reviewOn },
    innerDueOn: standing.innerDueOn,
    reopenedCount: standing.reopenedCount,
    draft: draft === null ? null : { text: draft.text, isApproved: draft.approvedBy !== null },
    requests: requests.map(({ kind, requestedAt, reason, days, plan, reviewOn, unitId }) => {
      return { kind, requestedAt: formatShanghaiInstant(requestedAt), reason, days, plan, reviewOn, unitId };
    }),
  };
}
