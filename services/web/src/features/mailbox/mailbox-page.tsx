// 信箱: is mail coming in, and if not, since when and what to do.
import { mailboxListSchema } from '@jieban/contracts/api/intake';
import { API } from '@jieban/contracts/api/routes';
import { mayDo } from '@jieban/domain/access/permissions';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Alert, Table } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { requestJson } from '../../api/request';
import { useSession } from '../../api/session-query';
import { EmptyState } from '../../ui/empty-state';
import { Instant } from '../../ui/instant';
import { NoPermission } from '../../ui/no-permission';
import { PageHeader } from '../../ui/page-header';
import { QueryStates } from '../../ui/query-states';
import { TableSkeleton } from '../../ui/skeletons';
import { mailboxName, mailboxWords, type MailboxStatus } from './mailbox-words';

const mailboxesQuery = queryOptions({
  queryKey: ['mailboxes'],
  queryFn: ({ signal }) => requestJson(API.mailboxes, mailboxListSchema, { signal }),
  refetchInterval: 5000,
  meta: { live: true },
});

export function MailboxPage(): ReactElement {
  const { user } = useSession();
  return mayDo(user.role, 'mailbox.read') ? <Mailboxes /> : <NoPermission action="mailbox.read" />;
}

function Mailboxes(): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(mailboxesQuery);
  return (
    <div className="stack">
      <PageHeader title={t('mailbox.title')} />
      <QueryStates query={query} skeleton={<TableSkeleton rows={4} />} action="mailbox.read">
        {({ asOf, items }) =>
          items.length === 0 ? (
            <EmptyState title={t('mailbox.empty')} advice={t('mailbox.emptyAdvice')} />
          ) : (
            items.map((mailbox) => <MailboxPanel key={mailbox.id} mailbox={mailbox} asOf={new Date(asOf)} />)
          )
        }
      </QueryStates>
    </div>
  );
}

const ALERT_TYPES = {
  polling: 'success',
  connecting: 'info',
  failing: 'error',
  'not-configured': 'warning',
} as const satisfies Record<MailboxStatus['state'], string>;

function MailboxPanel({ mailbox, asOf }: { mailbox: MailboxStatus; asOf: Date }): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="panel stack">
      <div className="row">
        <h2>{mailboxName(mailbox, t)}</h2>
        <span className="muted push">
          {mailbox.lastGoodPollAt === null ? (
            t('mailbox.neverPolled')
          ) : (
            <>
              {t('mailbox.lastGoodPoll')} <Instant at={mailbox.lastGoodPollAt} />
            </>
          )}
        </span>
      </div>
      <Alert
        type={ALERT_TYPES[mailbox.state]}
        showIcon
        title={mailboxWords(mailbox, asOf, t)}
        description={
          mailbox.state !== 'polling' && (
            <>
              {mailbox.problem !== null && <div>{mailbox.problem}</div>}
              <div>
                {t(mailbox.state === 'not-configured' ? 'mailbox.notConfiguredAdvice' : 'mailbox.problemAdvice')}
              </div>
            </>
          )
        }
      />
      {mailbox.folders.length > 0 && (
        <Table
          aria-label={t('mailbox.folders')}
          size="small"
          rowKey="name"
          pagination={false}
          dataSource={mailbox.folders}
          columns={[
            { title: t('mailbox.folder'), dataIndex: 'name' },
            {
              title: t('mailbox.storedTitle'),
              key: 'stored',
              width: 160,
              render: (_, folder) => t('mailbox.stored', { n: folder.stored }),
            },
            {
              title: t('mailbox.polledAt'),
              key: 'polledAt',
              width: 180,
              render: (_, folder) => <Instant at={folder.polledAt} />,
            },
          ]}
        />
      )}
    </section>
  );
}
