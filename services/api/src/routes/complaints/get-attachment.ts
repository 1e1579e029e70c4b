// The bytes of one attachment, as they came. They were chosen by strangers: the browser is told their kind as we found
// it, forbidden to guess another, and gives whatever it shows no script, no form and no origin of ours.
import { attachmentParamsSchema } from '@jieban/contracts/api/attachment';
import { API } from '@jieban/contracts/api/routes';
import { readAttachment } from '@jieban/db/attachment-queries';
import { fileKindNamed } from '@jieban/domain/attachment/file-kind';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { notFound } from '../../request-refused';

const NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'; sandbox";

export function getAttachmentRoute(
  app: Api,
  { connection: { db }, vault }: Pick<ApiContext, 'connection' | 'vault'>,
): void {
  app.route({
    method: 'GET',
    url: API.complaintAttachment,
    config: { access: 'case.read' },
    schema: { tags: ['complaints'], summary: '一个附件的原文件', params: attachmentParamsSchema },
    handler: async (request, reply) => {
      const { actor } = signedInOf(request);
      const { id, position } = request.params;
      const found = await readAttachment(db, vault, actor, id, position);
      // The same answer for a place that holds nothing and for a case that is not there for this person.
      if (found === null) throw notFound('attachment_not_found', '没有找到这个附件');
      const { shownInline } = fileKindNamed(found.mediaType);
      return reply
        .header('content-security-policy', NOTHING_RUNS)
        .header('content-disposition', disposition(found.fileName, shownInline))
        .type(shownInline ? found.mediaType : 'application/octet-stream')
        .send(found.bytes);
    },
  });
}

/** RFC 6266: the name in UTF-8, and a nameless one for whoever cannot read that. */
function disposition(fileName: string, shownInline: boolean): string {
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${shownInline ? 'inline' : 'attachment'}; filename="attachment"; filename*=UTF-8''${encoded}`;
}
