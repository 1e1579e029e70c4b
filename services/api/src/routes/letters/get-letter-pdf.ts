import { readLetterPdf } from '@jieban/application/letters/preview-letter';
import { letterParamsSchema } from '@jieban/contracts/api/letter';
import { API } from '@jieban/contracts/api/routes';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { Api } from '../../api-context';
import { letterDepsOf, type LetterNeeds } from '../../letter-deps';
import { signedInOf } from '../../plugins/authentication';

export function getLetterPdfRoute(app: Api, needs: LetterNeeds): void {
  app.route({
    method: 'GET',
    url: API.complaintLetterPdf,
    config: { access: 'letter.read' },
    schema: {
      tags: ['letters'],
      summary: '文书的PDF:已发出的为发出时的原件,草稿为当前样式',
      params: letterParamsSchema,
      produces: ['application/pdf'],
    },
    handler: async (request, reply) => {
      const { id, letterId } = request.params;
      const { actor } = signedInOf(request);
      const { bytes, caseNumber } = await readLetterPdf(letterDepsOf(needs), actor, id as ComplaintId, letterId);
      return reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="${caseNumber}.pdf"`)
        .header('cache-control', 'no-store')
        .send(Buffer.from(bytes));
    },
  });
}
