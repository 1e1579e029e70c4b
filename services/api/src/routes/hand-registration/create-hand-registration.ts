import { registerArrival } from '@jieban/application/register-by-hand/register-arrival';
import { handRegistrationRequestSchema, type HandRegistrationRequest } from '@jieban/contracts/api/hand-registration';
import { API } from '@jieban/contracts/api/routes';
import { registeredByHandSchema } from '@jieban/contracts/api/told';
import type { HandArrival } from '@jieban/domain/intake/hand-receipt';
import { civilDate } from '@jieban/domain/time/civil-date';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { answerRegistration } from './answer-registration';

type Needs = Pick<ApiContext, 'connection' | 'unitOfWork' | 'registrationSettings' | 'clock'>;

export function createHandRegistrationRoute(app: Api, needs: Needs): void {
  app.route({
    method: 'POST',
    url: API.handRegistrations,
    config: { access: 'arrival.register', idempotent: true },
    schema: {
      tags: ['registration'],
      summary: '登记来信、来访或信访转办件,返回案件编号',
      body: handRegistrationRequestSchema,
      response: { 201: registeredByHandSchema },
    },
    handler: async (request, reply) => {
      const { userId } = signedInOf(request).actor;
      const { body } = request;
      const now = needs.clock.now();
      const registered = await answerRegistration(needs, userId, body.accusedUnitId, (deps, accusedUnitId) =>
        registerArrival(deps, userId, { ...recordOf(body), accusedUnitId, arrival: arrivalOf(body, now) }, now),
      );
      return reply.code(201).send(registered);
    },
  });
}

function recordOf(body: HandRegistrationRequest) {
  const { clientId, isAnonymous, wantsSecrecy, accusedText, place, subject, content, demand } = body;
  const { complainantName: name, complainantPhone: phone, complainantAddress: address } = body;
  return {
    clientId,
    externalNumber: body.referenceNumber === '' ? null : body.referenceNumber,
    identity: { name, phone, email: '', address },
    isAnonymous,
    wantsSecrecy,
    accusedText,
    place,
    subject,
    content,
    demand,
  };
}

function arrivalOf(body: HandRegistrationRequest, now: Date): HandArrival {
  switch (body.channel) {
    case 'letter':
      return { channel: 'letter', signedForOn: civilDate(body.signedForOn) };
    case 'visit':
      return { channel: 'visit', visitedAt: body.visitedAt === undefined ? now : new Date(body.visitedAt) };
    case 'petition':
      return {
        channel: 'petition',
        reachedOn: civilDate(body.reachedOn),
        limitOn: body.limitOn === null ? null : civilDate(body.limitOn),
      };
  }
}
