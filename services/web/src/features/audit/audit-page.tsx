// 审计: who did what to which case, and the daily root that proves it. For the auditor alone, who moves nothing.
import { mayDo } from '@jieban/domain/access/permissions';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session-query';
import { EmptyState } from '../../ui/empty-state';
import { NoPermission } from '../../ui/no-permission';
import { PageHeader } from '../../ui/page-header';
import { QueryStates } from '../../ui/query-states';
import { TableSkeleton } from '../../ui/skeletons';
import { AuditFilters } from './audit-filters';
import { auditEventsQuery } from './audit-queries';
import { parseAuditSearch, type AuditSearch } from './audit-search';
import { AuditTable } from './audit-table';
import { NewestRoot } from './newest-root';

const route = getRouteApi('/frame/audit');

export function AuditPage(): ReactElement {
  const { user } = useSession();
  const search = route.useSearch();
  return mayDo(user.role, 'audit.read') ? <Audit search={search} /> : <NoPermission action="audit.read" />;
}

function Audit({ search }: { search: AuditSearch }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const events = useInfiniteQuery(auditEventsQuery(search));
  const show = (next: Record<string, unknown>): void =>
    void navigate({ to: '/audit', search: parseAuditSearch({ ...search, ...next }) });
  return (
    <div className="stack">
      <PageHeader title={t('audit.title')} />
      <NewestRoot />
      <AuditFilters search={search} onChange={show} />
      <QueryStates query={events} skeleton={<TableSkeleton />} action="audit.read">
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <EmptyState title={t('audit.empty')} advice={t('audit.emptyAdvice')} />;
          return (
            <>
              <AuditTable items={items} isRefreshing={events.isPlaceholderData} />
              <div className="row">
                {events.hasNextPage && (
                  <Button loading={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
                    {t('common.loadMore')}
                  </Button>
                )}
                <span className="muted">
                  {t(events.hasNextPage ? 'common.loaded' : 'common.allLoaded', { n: items.length })}
                </span>
              </div>
            </>
          );
        }}
      </QueryStates>
    </div>
  );
}
