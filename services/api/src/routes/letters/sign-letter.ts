import { signLetter } from '@jieban/application/letters/sign-letter';
import { letterParamsSchema, signLetterRequestSchema } from '@jieban/contracts/api/letter';
import { API } from '@jieban/contracts/api/routes';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { Api } from '../../api-context';
import { letterDepsOf, type LetterNeeds } from '../../letter-deps';
import { signedInOf } from '../../plugins/authentication';

export function signLetterRoute(app: Api, needs: LetterNeeds): void {
  app.route({
    method: 'POST',
    url: API.complaintLetterSignatures,
    config: { access: 'letter.sign', idempotent: true },
    schema: {
      tags: ['letters'],
      summary: '在当前环节签批看到的这份正文',
      params: letterParamsSchema,
      body: signLetterRequestSchema,
    },
    handler: async (request, reply) => {
      const { id, letterId } = request.params;
      const { textSha256 } = request.body;
      const { actor } = signedInOf(request);
      await signLetter(letterDepsOf(needs), actor, id as ComplaintId, letterId, textSha256, needs.clock.now());
      return reply.code(204).send();
    },
  });
}
