// 超期督办: the supervisor's two minutes. Counts per light, the earliest due first, renewed every 15 seconds.
import { mayDo } from '@jieban/domain/access/permissions';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session-query';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { QueryStates } from '../../ui/query-states';
import { TableSkeleton } from '../../ui/skeletons';
import { TextLink } from '../../ui/text-link';
import { BoardCountLinks } from './board-counts';
import { BoardFilters } from './board-filters';
import { BOARD_REFRESH_MILLISECONDS, boardCountsQuery, boardQuery } from './board-queries';
import { hasFilter, type BoardSearch } from './board-search';
import { BoardTable } from './board-table';
import { IssueOrder } from './issue-order';
import './board.css';

const route = getRouteApi('/frame/board');

export function BoardPage(): ReactElement {
  const { t } = useTranslation();
  const search = route.useSearch();
  const counts = useQuery({ ...boardCountsQuery(search), refetchInterval: BOARD_REFRESH_MILLISECONDS });
  const board = useInfiniteQuery(boardQuery(search));
  const { role } = useSession().user;
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const choice = mayDo(role, 'supervision.issue')
    ? { chosenIds, onChoose: (ids: readonly string[]) => setChosenIds(new Set(ids)) }
    : undefined;
  return (
    <div className="stack">
      <PageHeader title={t('board.title')} />
      <BoardCountLinks counts={counts.data?.counts} search={search} />
      <BoardFilters search={search} />
      <QueryStates query={board} skeleton={<TableSkeleton rows={12} />} action="case.read">
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.items);
          if (rows.length === 0) return <EmptyBoard search={search} />;
          // A case that has left the list meanwhile is no longer chosen: nobody orders what they do not see.
          const chosen = rows.filter(({ complaintId }) => chosenIds.has(complaintId));
          return (
            <>
              {choice !== undefined && <IssueOrder rows={rows} chosen={chosen} onChoose={choice.onChoose} />}
              <BoardTable rows={rows} isRefreshing={board.isPlaceholderData} choice={choice} />
              <div className="row">
                {board.hasNextPage && (
                  <Button loading={board.isFetchingNextPage} onClick={() => void board.fetchNextPage()}>
                    {t('common.loadMore')}
                  </Button>
                )}
                <span className="muted">
                  {t(board.hasNextPage ? 'common.loaded' : 'common.allLoaded', { n: rows.length })}
                </span>
              </div>
            </>
          );
        }}
      </QueryStates>
    </div>
  );
}

function EmptyBoard({ search }: { search: BoardSearch }): ReactElement {
  const { t } = useTranslation();
  const { user } = useSession();
  if (hasFilter(search)) {
    return (
      <EmptyState
        title={t('board.emptyFiltered')}
        advice={t('board.emptyFilteredAdvice')}
        action={<TextLink to="/board">{t('board.clear')}</TextLink>}
      />
    );
  }
  return (
    <EmptyState
      title={t('board.empty')}
      advice={t('board.emptyAdvice')}
      action={mayDo(user.role, 'phone.log') && <TextLink to="/phone-log">{t('board.emptyAction')}</TextLink>}
    />
  );
}
