import { recordReply } from '@jieban/application/case/record-reply';
import { recordReplyRequestSchema } from '@jieban/contracts/api/complaint';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { API } from '@jieban/contracts/api/routes';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { newId } from '@jieban/runtime/ids';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';

type Needs = Pick<ApiContext, 'unitOfWork' | 'clockRules' | 'clock'>;

export function recordReplyRoute(app: Api, { unitOfWork, clockRules, clock }: Needs): void {
  app.route({
    method: 'POST',
    url: API.complaintReplies,
    config: { access: 'case.reply', idempotent: true },
    schema: {
      tags: ['complaints'],
      summary: '登记一次答复(程序性答复或实体办理)',
      params: idParamsSchema,
      body: recordReplyRequestSchema,
    },
    handler: async (request, reply) => {
      const { actor } = signedInOf(request);
      const { clock: kind, repliedAt, statement } = request.body;
      const record = { clock: kind, repliedAt: new Date(repliedAt), statement };
      await recordReply(
        { unitOfWork, clockRules, newId },
        actor,
        request.params.id as ComplaintId,
        record,
        clock.now(),
      );
      return reply.code(204).send();
    },
  });
}
