import { originalMailSchema } from '@jieban/contracts/api/complaint';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { API } from '@jieban/contracts/api/routes';
import { readOriginalMail } from '@jieban/db/case-queries';
import { UnreadableMail } from '@jieban/mail/parse-mail';
import { readMail } from '@jieban/mail/read-mail';
import { safeMailView } from '@jieban/mail/safe-html';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { presentOriginalMail } from '../../presenters/original-mail';
import { notFound } from '../../request-refused';

export function getOriginalRoute(
  app: Api,
  { connection: { db }, vault }: Pick<ApiContext, 'connection' | 'vault'>,
): void {
  app.route({
    method: 'GET',
    url: API.complaintOriginal,
    config: { access: 'case.read' },
    schema: {
      tags: ['complaints'],
      summary: '立案邮件的原文,已去除脚本和外部资源',
      params: idParamsSchema,
      response: { 200: originalMailSchema },
    },
    handler: async (request) => {
      const { actor } = signedInOf(request);
      const raw = await readOriginalMail(db, vault, actor, request.params.id);
      // The same answer for a call, an order and a case that is not there for this person.
      if (raw === null) throw notFound('original_not_found', '没有找到这个案件的邮件原文');
      const [view, mail] = await Promise.all([safeMailView(raw).catch(emptyWhenUnreadable), readMail(raw)]);
      return presentOriginalMail(view, mail);
    },
  });
}

/** The reader's warnings then say why there is nothing to see. */
function emptyWhenUnreadable(error: unknown): { text: string; html: null } {
  if (error instanceof UnreadableMail) return { text: '', html: null };
  throw error;
}
