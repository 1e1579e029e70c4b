import { assignCase } from '@jieban/application/case/assign-case';
import { assignCaseRequestSchema, type AssignCaseRequest } from '@jieban/contracts/api/complaint';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { API } from '@jieban/contracts/api/routes';
import { findUserById, listUnits } from '@jieban/db/people-store';
import type { ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { fieldsInvalid } from '../../request-refused';

type Needs = Pick<ApiContext, 'connection' | 'unitOfWork' | 'clock'>;

export function assignComplaintRoute(app: Api, { connection, unitOfWork, clock }: Needs): void {
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
      const to = await readAssignee(connection, request.body);
      await assignCase({ unitOfWork }, actor, request.params.id as ComplaintId, to, clock.now());
      return reply.code(204).send();
    },
  });
}

/** The handler must work in the unit: elsewhere they would hold a case that their scope does not let them see. */
async function readAssignee({ db }: Needs['connection'], { unitId, handlerId }: AssignCaseRequest) {
  if (!(await listUnits(db)).some(({ id }) => id === unitId))
    throw fieldsInvalid([{ field: 'unitId', message: '没有这个单位,请重新选择' }]);
  if (handlerId !== null && (await findUserById(db, handlerId))?.unitId !== unitId)
    throw fieldsInvalid([{ field: 'handlerId', message: '承办人不在这个单位,请重新选择' }]);
  return { unitId: unitId as UnitId, handlerId: handlerId as UserId | null };
}
