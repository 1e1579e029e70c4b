import { nameAccused, type NamedParty } from '@jieban/application/recusal/name-accused';
import { turnDownSuggestion } from '@jieban/application/recusal/turn-down-suggestion';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { judgeAccusedRequestSchema, type JudgeAccusedRequest } from '@jieban/contracts/api/recusal';
import { API } from '@jieban/contracts/api/routes';
import type { ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';

type Needs = Pick<ApiContext, 'unitOfWork' | 'clock'>;

// Deciding the same again changes nothing, so no idempotency key is asked for.
export function judgeAccusedRoute(app: Api, { unitOfWork, clock }: Needs): void {
  app.route({
    method: 'POST',
    url: API.complaintAccused,
    config: { access: 'accused.name' },
    schema: {
      tags: ['recusal'],
      summary: '认定被反映人(立即回避),或排除疑似被反映人',
      params: idParamsSchema,
      body: judgeAccusedRequestSchema,
    },
    handler: async (request, reply) => {
      const { actor } = signedInOf(request);
      const id = request.params.id as ComplaintId;
      const { body } = request;
      if (body.decision === 'accused') {
        const named = { party: namedParty(body.party), reason: body.reason };
        await nameAccused({ unitOfWork }, actor, id, named, clock.now());
      } else {
        const { party, reason } = body;
        const unitId = 'unitId' in party ? (party.unitId as UnitId) : null;
        const userId = 'userId' in party ? (party.userId as UserId) : null;
        await turnDownSuggestion({ unitOfWork }, actor, id, { party: { unitId, userId }, reason }, clock.now());
      }
      return reply.code(204).send();
    },
  });
}

function namedParty(party: Extract<JudgeAccusedRequest, { decision: 'accused' }>['party']): NamedParty {
  if ('unitId' in party) return { unitId: party.unitId as UnitId };
  return 'userId' in party ? { userId: party.userId as UserId } : party;
}
