// 系统: work that failed for good waits here; nothing that failed disappears.
import { failedJobListSchema, type FailedJobList } from '@jieban/contracts/api/intake';
import { API, pathTo } from '@jieban/contracts/api/routes';
import { mayDo } from '@jieban/domain/access/permissions';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Table } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { createClientId } from '../../api/client-id';
import { requestJson, requestNothing } from '../../api/request';
import { useSession } from '../../api/session-query';
import { EmptyState } from '../../ui/empty-state';
import { Instant } from '../../ui/instant';
import { NoPermission } from '../../ui/no-permission';
import { PageHeader } from '../../ui/page-header';
import { ProblemAlert } from '../../ui/problem-alert';
import { QueryStates } from '../../ui/query-states';
import { roleNames } from '../../ui/role-names';
import { TableSkeleton } from '../../ui/skeletons';

const failedJobsQuery = queryOptions({
  queryKey: ['failed-jobs'],
  queryFn: ({ signal }) => requestJson(API.failedJobs, failedJobListSchema, { signal }),
  refetchInterval: 15_000,
  meta: { live: true },
});

export function FailedJobsPage(): ReactElement {
  const { user } = useSession();
  return mayDo(user.role, 'jobs.read') ? (
    <FailedJobs mayRetry={mayDo(user.role, 'jobs.retry')} />
  ) : (
    <NoPermission action="jobs.read" />
  );
}

function FailedJobs({ mayRetry }: { mayRetry: boolean }): ReactElement {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const query = useQuery(failedJobsQuery);
  const retry = useMutation({
    mutationFn: (id: string) =>
      requestNothing(pathTo(API.failedJobRetry, { id }), { method: 'POST', idempotencyKey: createClientId() }),
    onSuccess: async () => {
      message.success(t('failedJobs.retried'));
      await queryClient.invalidateQueries({ queryKey: failedJobsQuery.queryKey });
    },
  });
  return (
    <div className="stack">
      <PageHeader title={t('failedJobs.title')} />
      {retry.isError && <ProblemAlert error={retry.error} />}
      <QueryStates query={query} skeleton={<TableSkeleton rows={4} />} action="jobs.read">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('failedJobs.empty')} advice={t('failedJobs.emptyAdvice')} />
          ) : (
            <FailedJobTable
              items={items}
              mayRetry={mayRetry}
              retryingId={retry.isPending ? retry.variables : null}
              onRetry={(id) => retry.mutate(id)}
            />
          )
        }
      </QueryStates>
    </div>
  );
}

interface FailedJobTableProps {
  readonly items: FailedJobList['items'];
  readonly mayRetry: boolean;
  readonly retryingId: string | null;
  readonly onRetry: (id: string) => void;
}

function FailedJobTable({ items, mayRetry, retryingId, onRetry }: FailedJobTableProps): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <Table
        aria-label={t('failedJobs.listLabel')}
        size="small"
        tableLayout="fixed"
        rowKey="id"
        dataSource={items}
        pagination={false}
        scroll={{ x: 860 }}
        columns={[
          { title: t('failedJobs.name'), dataIndex: 'name', width: 180, ellipsis: true },
          {
            title: t('failedJobs.failedAt'),
            key: 'failedAt',
            width: 160,
            render: (_, job) => (job.failedAt === null ? t('common.unknown') : <Instant at={job.failedAt} />),
          },
          {
            title: t('failedJobs.attempts'),
            key: 'attempts',
            width: 84,
            render: (_, job) => t('failedJobs.attemptsCount', { n: job.attempts }),
          },
          {
            title: t('failedJobs.reason'),
            key: 'reason',
            render: (_, job) => <span className="pre-line">{job.reason}</span>,
          },
          {
            title: t('failedJobs.action'),
            key: 'action',
            width: 96,
            render: (_, job) => (
              <Button size="small" disabled={!mayRetry} loading={retryingId === job.id} onClick={() => onRetry(job.id)}>
                {t('failedJobs.retry')}
              </Button>
            ),
          },
        ]}
      />
      {!mayRetry && <span className="muted">{t('failedJobs.retryRoles', { roles: roleNames('jobs.retry', t) })}</span>}
    </>
  );
}
