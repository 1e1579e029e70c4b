import { recordLetterProof } from '@jieban/application/letters/record-letter-proof';
import { letterParamsSchema, recordProofRequestSchema } from '@jieban/contracts/api/letter';
import { API } from '@jieban/contracts/api/routes';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { Api } from '../../api-context';
import { letterDepsOf, type LetterNeeds } from '../../letter-deps';
import { signedInOf } from '../../plugins/authentication';

export function recordLetterProofRoute(app: Api, needs: LetterNeeds): void {
  app.route({
    method: 'POST',
    url: API.complaintLetterProofs,
    config: { access: 'letter.issue', idempotent: true },
    schema: {
      tags: ['letters'],
      summary: '登记文书的送达证明:电话记录、邮寄记录等',
      params: letterParamsSchema,
      body: recordProofRequestSchema,
    },
    handler: async (request, reply) => {
      const { id, letterId } = request.params;
      const { kind, at, statement } = request.body;
      const record = { kind, at: new Date(at), statement };
      const { actor } = signedInOf(request);
      await recordLetterProof(letterDepsOf(needs), actor, id as ComplaintId, letterId, record, needs.clock.now());
      return reply.code(204).send();
    },
  });
}
