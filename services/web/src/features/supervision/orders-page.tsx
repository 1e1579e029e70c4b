// 督办单: urgings and supervision orders, newest first, and how far their units are.
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { QueryStates } from '../../ui/query-states';
import { TableSkeleton } from '../../ui/skeletons';
import { TextLink } from '../../ui/text-link';
import { OrderFilters } from './order-filters';
import { orderListQuery } from './order-queries';
import { isFiltered } from './order-search';
import { OrderTable } from './order-table';

const route = getRouteApi('/frame/orders');

export function OrdersPage(): ReactElement {
  const { t } = useTranslation();
  const search = route.useSearch();
  const orders = useInfiniteQuery(orderListQuery(search));
  return (
    <div className="stack">
      <PageHeader title={t('order.title')} />
      <OrderFilters search={search} />
      <QueryStates query={orders} skeleton={<TableSkeleton />} action="case.read">
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.items);
          if (rows.length === 0) return <NoOrders areFiltered={isFiltered(search)} />;
          return (
            <>
              <OrderTable rows={rows} isRefreshing={orders.isPlaceholderData} />
              <div className="row">
                {orders.hasNextPage && (
                  <Button loading={orders.isFetchingNextPage} onClick={() => void orders.fetchNextPage()}>
                    {t('common.loadMore')}
                  </Button>
                )}
                <span className="muted">
                  {t(orders.hasNextPage ? 'common.loaded' : 'common.allLoaded', { n: rows.length })}
                </span>
              </div>
            </>
          );
        }}
      </QueryStates>
    </div>
  );
}

function NoOrders({ areFiltered }: { areFiltered: boolean }): ReactElement {
  const { t } = useTranslation();
  if (!areFiltered) return <EmptyState title={t('order.empty')} advice={t('order.emptyAdvice')} />;
  return (
    <EmptyState
      title={t('order.emptyFiltered')}
      advice={t('order.emptyFilteredAdvice')}
      action={<TextLink to="/orders">{t('order.clear')}</TextLink>}
    />
  );
}
