import { boardCountsSchema, boardPageSchema } from '@jieban/contracts/api/board';
import { API } from '@jieban/contracts/api/routes';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { requestJson } from '../../api/request';
import { countedSearch, type BoardSearch } from './board-search';

export const BOARD_REFRESH_MILLISECONDS = 15_000;
const PAGE_SIZE = 50;

export function boardCountsQuery(search: BoardSearch) {
  const query = countedSearch(search);
  return queryOptions({
    queryKey: ['board', 'counts', query],
    queryFn: ({ signal }) => requestJson(API.boardCounts, boardCountsSchema, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** A refresh asks for the pages one after another with fresh cursors, so a case never shows twice between two pages. */
export function boardQuery(search: BoardSearch) {
  return infiniteQueryOptions({
    queryKey: ['board', 'rows', search],
    queryFn: ({ pageParam, signal }) =>
      requestJson(API.board, boardPageSchema, { query: { ...search, cursor: pageParam, limit: PAGE_SIZE }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: BOARD_REFRESH_MILLISECONDS,
    meta: { live: true },
  });
}
