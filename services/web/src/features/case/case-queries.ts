import { attachmentListSchema } from '@jieban/contracts/api/attachment';
import { complaintDetailSchema, complaintListSchema, originalMailSchema } from '@jieban/contracts/api/complaint';
import { API, pathTo } from '@jieban/contracts/api/routes';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { requestJson } from '../../api/request';
import type { CaseListSearch } from './case-list-search';

const PAGE_SIZE = 50;

export function caseListQuery(search: CaseListSearch) {
  return infiniteQueryOptions({
    queryKey: ['cases', search],
    queryFn: ({ pageParam, signal }) =>
      requestJson(API.complaints, complaintListSchema, {
        query: { ...search, cursor: pageParam, limit: PAGE_SIZE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    meta: { live: true },
  });
}

export function caseQuery(id: string) {
  return queryOptions({
    queryKey: ['case', id],
    queryFn: ({ signal }) => requestJson(pathTo(API.complaint, { id }), complaintDetailSchema, { signal }),
    refetchInterval: 60_000,
    meta: { live: true },
  });
}

export function attachmentsQuery(id: string) {
  return queryOptions({
    queryKey: ['case', id, 'attachments'],
    queryFn: ({ signal }) => requestJson(pathTo(API.complaintAttachments, { id }), attachmentListSchema, { signal }),
  });
}

export function originalMailQuery(id: string) {
  return queryOptions({
    queryKey: ['case', id, 'original'],
    queryFn: ({ signal }) => requestJson(pathTo(API.complaintOriginal, { id }), originalMailSchema, { signal }),
    // A stored mail never changes.
    staleTime: Number.POSITIVE_INFINITY,
  });
}
