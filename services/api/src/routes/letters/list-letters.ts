import { listLetters } from '@jieban/application/letters/list-letters';
import { letterListSchema } from '@jieban/contracts/api/letter';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { API } from '@jieban/contracts/api/routes';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { Api } from '../../api-context';
import { letterDepsOf, type LetterNeeds } from '../../letter-deps';
import { signedInOf } from '../../plugins/authentication';
import { presentLetter } from '../../presenters/letter';

export function listLettersRoute(app: Api, needs: LetterNeeds): void {
  app.route({
    method: 'GET',
    url: API.complaintLetters,
    config: { access: 'letter.read' },
    schema: {
      tags: ['letters'],
      summary: '本件的文书,按拟稿先后',
      params: idParamsSchema,
      response: { 200: letterListSchema },
    },
    handler: async (request) => {
      const id = request.params.id as ComplaintId;
      const { number, letters } = await listLetters(letterDepsOf(needs), signedInOf(request).actor, id);
      return { complaintId: id, number, items: letters.map(presentLetter) };
    },
  });
}
