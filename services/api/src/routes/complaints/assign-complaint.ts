import { assignCase } from '@jieban/application/case/assign-case';
import { assignCaseRequestSchema } from '@jieban/contracts/api/complaint';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { API } from '@jieban/contracts/api/routes';
import type { ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { refuseUnlessAssignable } from './assignable';

type Needs = Pick<ApiContext, 'connection' | 'unitOfWork' | 'clockRules' | 'clock'>;

export function assignComplaintRoute(app: Api, { connection, unitOfWork, clockRules, clock }: Needs): void {
  app.route({
    method: 'PUT',
    url: API.complaintAssignment,
    config: { access: 'case.assign' },
    schema: {
      tags: ['complaints'],
      summary: '派单:交给承办单位,可指定承办人',
      params: idParamsSchema,
      body: assignCaseRequestSchema,
    },
    handler: async (request, reply) => {
      const { actor } = signedInOf(request);
      const { unitId, handlerId, reason } = request.body;
      await refuseUnlessAssignable(connection, unitId, handlerId);
      const to = { unitId: unitId as UnitId, handlerId: handlerId as UserId | null, reason };
      await assignCase({ unitOfWork, clockRules }, actor, request.params.id as ComplaintId, to, clock.now());
      return reply.code(204).send();
    },
  });
}
