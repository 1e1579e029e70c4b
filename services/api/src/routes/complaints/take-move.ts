import { moveCase } from '@jieban/application/case/move-case';
import { movedSchema, takeMoveRequestSchema, type TakeMoveRequest } from '@jieban/contracts/api/moves';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { API } from '@jieban/contracts/api/routes';
import type { MoveRequest } from '@jieban/application/case/move-request';
import type { ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import { civilDate } from '@jieban/domain/time/civil-date';
import { newId } from '@jieban/runtime/ids';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { refuseUnlessAssignable } from './assignable';

type Needs = Pick<ApiContext, 'connection' | 'unitOfWork' | 'clockRules' | 'clock'>;

export function takeMoveRoute(app: Api, { connection, unitOfWork, clockRules, clock }: Needs): void {
  app.route({
    method: 'POST',
    url: API.complaintMoves,
    config: { access: 'case.move', idempotent: true },
    schema: {
      tags: ['complaints'],
      summary: '办理一个事项(受理、派单、签收、退回、延期、挂账、并案、重办、归档等)',
      params: idParamsSchema,
      body: takeMoveRequestSchema,
      response: { 200: movedSchema },
    },
    handler: async (request) => {
      const { actor } = signedInOf(request);
      const { move, input } = request.body;
      await refuseUnlessAssignable(connection, input.unitId, move === 'assign_handler' ? undefined : input.handlerId);
      const { from, to } = await moveCase(
        { unitOfWork, clockRules, newId },
        actor,
        request.params.id as ComplaintId,
        move,
        readInput(input),
        clock.now(),
      );
      return { from, to };
    },
  });
}

function readInput({ unitId, handlerId, reviewOn, innerDueOn, suppliedOn, ...rest }: TakeMoveRequest['input']) {
  const day = (text: string | undefined) => (text === undefined ? undefined : civilDate(text));
  const request: MoveRequest = {
    ...rest,
    unitId: unitId as UnitId | undefined,
    handlerId: handlerId as UserId | undefined,
    reviewOn: day(reviewOn),
    innerDueOn: day(innerDueOn),
    suppliedOn: day(suppliedOn),
  };
  return request;
}
