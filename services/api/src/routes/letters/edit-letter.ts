import { editLetter } from '@jieban/application/letters/edit-letter';
import type { LetterEntries } from '@jieban/application/letters/letter-entries';
import { editLetterRequestSchema, letterParamsSchema } from '@jieban/contracts/api/letter';
import { API } from '@jieban/contracts/api/routes';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { Api } from '../../api-context';
import { letterDepsOf, type LetterNeeds } from '../../letter-deps';
import { signedInOf } from '../../plugins/authentication';

export function editLetterRoute(app: Api, needs: LetterNeeds): void {
  app.route({
    method: 'PUT',
    url: API.complaintLetter,
    config: { access: 'letter.draft' },
    schema: {
      tags: ['letters'],
      summary: '修改文书,已有的签批随之作废',
      params: letterParamsSchema,
      body: editLetterRequestSchema,
    },
    handler: async (request, reply) => {
      const { id, letterId } = request.params;
      const { entries, channel, revision } = request.body;
      const edit = { entries: entries as LetterEntries, channel, revision };
      const { actor } = signedInOf(request);
      await editLetter(letterDepsOf(needs), actor, id as ComplaintId, letterId, edit, needs.clock.now());
      return reply.code(204).send();
    },
  });
}
