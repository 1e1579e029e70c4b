import { draftLetter } from '@jieban/application/letters/draft-letter';
import type { LetterEntries } from '@jieban/application/letters/letter-entries';
import { draftLetterRequestSchema, letterDraftedSchema } from '@jieban/contracts/api/letter';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { API } from '@jieban/contracts/api/routes';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { Api } from '../../api-context';
import { letterDepsOf, type LetterNeeds } from '../../letter-deps';
import { signedInOf } from '../../plugins/authentication';

export function draftLetterRoute(app: Api, needs: LetterNeeds): void {
  app.route({
    method: 'POST',
    url: API.complaintLetters,
    config: { access: 'letter.draft', idempotent: true },
    schema: {
      tags: ['letters'],
      summary: '拟一份文书,可以先不写全',
      params: idParamsSchema,
      body: draftLetterRequestSchema,
      response: { 201: letterDraftedSchema },
    },
    handler: async (request, reply) => {
      const { entries, channel } = request.body;
      const wanted = { entries: entries as LetterEntries, channel };
      const { actor } = signedInOf(request);
      const complaintId = request.params.id as ComplaintId;
      const id = await draftLetter(letterDepsOf(needs), actor, complaintId, wanted, needs.clock.now());
      return reply.code(201).send({ id });
    },
  });
}
