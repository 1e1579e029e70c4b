import { auditEventsSchema, auditRootsSchema } from '@jieban/contracts/api/audit';
import { API } from '@jieban/contracts/api/routes';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { requestJson } from '../../api/request';
import type { AuditSearch } from './audit-search';

const PAGE_SIZE = 50;

export function auditEventsQuery(search: AuditSearch) {
  return infiniteQueryOptions({
    queryKey: ['audit', search],
    queryFn: ({ pageParam, signal }) =>
      requestJson(API.auditEvents, auditEventsSchema, {
        query: { ...search, cursor: pageParam, limit: PAGE_SIZE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export const auditRootsQuery = queryOptions({
  queryKey: ['audit-roots'],
  queryFn: ({ signal }) => requestJson(API.auditRoots, auditRootsSchema, { signal }),
});
