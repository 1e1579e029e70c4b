import { CaseNotFound } from '@jieban/application/case/case-errors';
import { logCall } from '@jieban/application/phone/log-call';
import { phoneRecordRequestSchema, phoneRecordResponseSchema } from '@jieban/contracts/api/phone';
import { API } from '@jieban/contracts/api/routes';
import { readOwnRegistration } from '@jieban/db/own-registration';
import { readDirectory } from '@jieban/db/people-store';
import type { UnitId } from '@jieban/domain/complaint/vocabulary';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { fieldsInvalid } from '../../request-refused';

type Needs = Pick<ApiContext, 'connection' | 'unitOfWork' | 'registrationSettings' | 'clock'>;

export function createPhoneRecordRoute(app: Api, needs: Needs): void {
  const { connection, unitOfWork, registrationSettings, clock } = needs;
  app.route({
    method: 'POST',
    url: API.phoneRecords,
    config: { access: 'phone.log', idempotent: true },
    schema: {
      tags: ['phone'],
      summary: '登记来电,返回要读给来电人的案件编号',
      body: phoneRecordRequestSchema,
      response: { 201: phoneRecordResponseSchema },
    },
    handler: async (request, reply) => {
      const { userId } = signedInOf(request).actor;
      const { calledAt, accusedUnitId, ...words } = request.body;
      const directory = await readDirectory(connection.db);
      // An unknown unit must not pass quietly: the recusal that it stands for would be lost.
      if (accusedUnitId !== null && !directory.units.some(({ id }) => id === accusedUnitId))
        throw fieldsInvalid([{ field: 'accusedUnitId', message: '没有这个单位,请重新选择被反映单位' }]);

      const record = { ...words, accusedUnitId: accusedUnitId as UnitId | null, calledAt: new Date(calledAt) };
      const deps = {
        unitOfWork,
        registration: await registrationSettings(),
        directory: () => Promise.resolve(directory),
      };
      const id = await logCall(deps, userId, record, clock.now());
      const registered = await readOwnRegistration(connection.db, userId, id);
      if (registered === null) throw new CaseNotFound(id);
      return reply.code(201).send({
        complaintId: id,
        number: registered.number,
        proceduralDueOn: registered.proceduralDueOn,
        substantiveDueOn: registered.substantiveDueOn,
        provisional: registered.provisional,
      });
    },
  });
}
