import { logCall } from '@jieban/application/phone/log-call';
import { phoneRecordRequestSchema, phoneRecordResponseSchema } from '@jieban/contracts/api/phone';
import { API } from '@jieban/contracts/api/routes';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { answerRegistration } from '../hand-registration/answer-registration';

type Needs = Pick<ApiContext, 'connection' | 'unitOfWork' | 'registrationSettings' | 'clock'>;

export function createPhoneRecordRoute(app: Api, needs: Needs): void {
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
      const { calledAt, ...words } = request.body;
      const registered = await answerRegistration(needs, userId, words.accusedUnitId, (deps, accusedUnitId) => {
        const record = { ...words, accusedUnitId, calledAt: new Date(calledAt) };
        return logCall(deps, userId, record, needs.clock.now());
      });
      return reply.code(201).send(registered);
    },
  });
}
