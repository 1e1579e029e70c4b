import { CaseNotFound } from '@jieban/application/case/case-errors';
import { attachmentListSchema } from '@jieban/contracts/api/attachment';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { API } from '@jieban/contracts/api/routes';
import { listAttachments } from '@jieban/db/attachment-queries';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { presentAttachment } from '../../presenters/attachment';

export function listAttachmentsRoute(
  app: Api,
  { connection: { db }, vault }: Pick<ApiContext, 'connection' | 'vault'>,
): void {
  app.route({
    method: 'GET',
    url: API.complaintAttachments,
    config: { access: 'case.read' },
    schema: {
      tags: ['complaints'],
      summary: '案件的附件',
      params: idParamsSchema,
      response: { 200: attachmentListSchema },
    },
    handler: async (request) => {
      const { actor } = signedInOf(request);
      const lines = await listAttachments(db, vault, actor, request.params.id);
      if (lines === null) throw new CaseNotFound(request.params.id);
      return { items: lines.map(presentAttachment) };
    },
  });
}
