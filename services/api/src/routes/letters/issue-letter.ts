import { issueLetter } from '@jieban/application/letters/issue-letter';
import { issueLetterRequestSchema, letterParamsSchema } from '@jieban/contracts/api/letter';
import { API } from '@jieban/contracts/api/routes';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { Api } from '../../api-context';
import { letterDepsOf, type LetterNeeds } from '../../letter-deps';
import { signedInOf } from '../../plugins/authentication';

export function issueLetterRoute(app: Api, needs: LetterNeeds): void {
  app.route({
    method: 'POST',
    url: API.complaintLetterIssue,
    config: { access: 'letter.issue', idempotent: true },
    schema: {
      tags: ['letters'],
      summary: '发出签批完毕的文书:编文号、定稿,并作出其所告知的决定',
      params: letterParamsSchema,
      body: issueLetterRequestSchema,
    },
    handler: async (request, reply) => {
      const { id, letterId } = request.params;
      const { actor } = signedInOf(request);
      await issueLetter(letterDepsOf(needs), actor, id as ComplaintId, letterId, request.body, needs.clock.now());
      return reply.code(204).send();
    },
  });
}
