import { revealIdentity } from '@jieban/application/case/reveal-identity';
import { revealedIdentitySchema, revealIdentityRequestSchema } from '@jieban/contracts/api/complaint';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { API } from '@jieban/contracts/api/routes';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { presentRevealedIdentity } from '../../presenters/complainant';

// Not idempotent on purpose: replaying the answer would mean to store the identity in the clear, and every look is
// counted, also a second one over a flaky line.
export function revealIdentityRoute(app: Api, { unitOfWork, clock }: Pick<ApiContext, 'unitOfWork' | 'clock'>): void {
  app.route({
    method: 'POST',
    url: API.complaintIdentityReveals,
    config: { access: 'case.reveal_identity' },
    schema: {
      tags: ['complaints'],
      summary: '查看投诉举报人身份,每次查看都会记录',
      params: idParamsSchema,
      body: revealIdentityRequestSchema,
      response: { 200: revealedIdentitySchema },
    },
    handler: async (request) => {
      const { actor } = signedInOf(request);
      const id = request.params.id as ComplaintId;
      return presentRevealedIdentity(await revealIdentity({ unitOfWork }, actor, id, request.body.reason, clock.now()));
    },
  });
}
