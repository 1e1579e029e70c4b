import { previewLetter } from '@jieban/application/letters/preview-letter';
import { letterParamsSchema, letterPreviewSchema } from '@jieban/contracts/api/letter';
import { API } from '@jieban/contracts/api/routes';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { Api } from '../../api-context';
import { letterDepsOf, type LetterNeeds } from '../../letter-deps';
import { signedInOf } from '../../plugins/authentication';
import { presentPreview } from '../../presenters/letter';

export function getLetterRoute(app: Api, needs: LetterNeeds): void {
  app.route({
    method: 'GET',
    url: API.complaintLetter,
    config: { access: 'letter.read' },
    schema: {
      tags: ['letters'],
      summary: '文书预览:正文、尚需改正之处、签批和送达情况',
      params: letterParamsSchema,
      response: { 200: letterPreviewSchema },
    },
    handler: async (request) => {
      const { id, letterId } = request.params;
      const { actor } = signedInOf(request);
      return presentPreview(await previewLetter(letterDepsOf(needs), actor, id as ComplaintId, letterId));
    },
  });
}
