import { mailboxListSchema } from '@jieban/contracts/api/intake';
import { API } from '@jieban/contracts/api/routes';
import { listMailboxes } from '@jieban/db/intake-queries';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';
import type { Api, ApiContext } from '../../api-context';
import { presentMailbox } from '../../presenters/mailbox';

export function listMailboxesRoute(
  app: Api,
  { connection: { db }, clock }: Pick<ApiContext, 'connection' | 'clock'>,
): void {
  app.route({
    method: 'GET',
    url: API.mailboxes,
    config: { access: 'mailbox.read' },
    schema: { tags: ['intake'], summary: '公开邮箱的收取状态', response: { 200: mailboxListSchema } },
    handler: async () => ({
      asOf: formatShanghaiInstant(clock.now()),
      items: (await listMailboxes(db)).map(presentMailbox),
    }),
  });
}
