import { API, pathTo } from '@jieban/contracts/api/routes';
import { orderDetailSchema, orderListSchema } from '@jieban/contracts/api/supervision';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { requestJson } from '../../api/request';
import type { OrderSearch } from './order-search';

const PAGE_SIZE = 50;

export function orderListQuery(search: OrderSearch) {
  return infiniteQueryOptions({
    queryKey: ['orders', 'list', search],
    queryFn: ({ pageParam, signal }) =>
      requestJson(API.supervisionOrders, orderListSchema, {
        query: { ...search, overdue: search.overdue && 'true', cursor: pageParam, limit: PAGE_SIZE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
    meta: { live: true },
  });
}

export function orderQuery(id: string) {
  return queryOptions({
    queryKey: ['orders', 'one', id],
    queryFn: ({ signal }) => requestJson(pathTo(API.supervisionOrder, { id }), orderDetailSchema, { signal }),
    refetchInterval: 60_000,
    meta: { live: true },
  });
}
