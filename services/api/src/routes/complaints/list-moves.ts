import { offerMoves } from '@jieban/application/case/offer-moves';
import { offeredMovesSchema } from '@jieban/contracts/api/moves';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { API } from '@jieban/contracts/api/routes';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { presentMoves } from '../../presenters/moves';

export function listMovesRoute(app: Api, needs: Pick<ApiContext, 'unitOfWork' | 'clockRules' | 'clock'>): void {
  app.route({
    method: 'GET',
    url: API.complaintMoves,
    config: { access: 'case.read' },
    schema: {
      tags: ['complaints'],
      summary: '现在可以办理的事项,以及其他事项不能办理的原因',
      params: idParamsSchema,
      response: { 200: offeredMovesSchema },
    },
    handler: async (request) => {
      const { actor } = signedInOf(request);
      return presentMoves(await offerMoves(needs, actor, request.params.id as ComplaintId, needs.clock.now()));
    },
  });
}
