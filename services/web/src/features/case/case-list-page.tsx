import type { ComplaintSummary } from '@jieban/contracts/api/complaint';
import { COMPLAINT_STATES } from '@jieban/domain/complaint/vocabulary';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button, Input, Select, Table, type TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state';
import { Instant } from '../../ui/instant';
import { PageHeader } from '../../ui/page-header';
import { QueryStates } from '../../ui/query-states';
import { TableSkeleton } from '../../ui/skeletons';
import { TextLink } from '../../ui/text-link';
import { parseCaseListSearch } from './case-list-search';
import { caseListQuery } from './case-queries';

const route = getRouteApi('/frame/cases');

function columnsOf(t: TFunction): TableColumnsType<ComplaintSummary> {
  return [
    {
      title: t('board.number'),
      key: 'number',
      width: 150,
      render: (_, row) => (
        <TextLink to="/cases/$complaintId" params={{ complaintId: row.id }} className="nowrap">
          {row.number}
        </TextLink>
      ),
    },
    { title: t('case.state'), key: 'state', width: 150, render: (_, row) => t(`state.${row.state}`) },
    { title: t('board.channel'), key: 'channel', width: 110, render: (_, row) => t(`channel.${row.channel}`) },
    { title: t('board.subject'), key: 'subject', ellipsis: true, render: (_, row) => row.subject },
    {
      title: t('case.handlingUnit'),
      key: 'unit',
      width: 180,
      ellipsis: true,
      render: (_, row) => row.handlingUnit.name,
    },
    { title: t('case.receivedAt'), key: 'receivedAt', width: 170, render: (_, row) => <Instant at={row.receivedAt} /> },
  ];
}

export function CaseListPage(): ReactElement {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = useNavigate();
  const cases = useInfiniteQuery(caseListQuery(search));
  const columns = useMemo(() => columnsOf(t), [t]);
  const show = (next: Record<string, unknown>): void =>
    void navigate({ to: '/cases', search: parseCaseListSearch({ ...search, ...next }) });
  return (
    <div className="stack">
      <PageHeader title={t('case.listTitle')} />
      <search className="row">
        <Input.Search
          // A new address (back button, link) shows its own number in the field.
          key={search.number ?? ''}
          defaultValue={search.number ?? ''}
          aria-label={t('case.searchLabel')}
          placeholder={t('case.searchPlaceholder')}
          enterButton={t('case.search')}
          allowClear
          maxLength={40}
          style={{ width: 400 }}
          onSearch={(number) => show({ number })}
        />
        <Select
          allowClear
          aria-label={t('case.stateFilter')}
          placeholder={t('case.anyState')}
          value={search.state ?? null}
          style={{ width: 200 }}
          options={COMPLAINT_STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
          onChange={(state) => show({ state })}
        />
      </search>
      <QueryStates query={cases} skeleton={<TableSkeleton />} action="case.read">
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.items);
          if (rows.length === 0) {
            return search.number === undefined ? (
              <EmptyState title={t('case.listEmpty')} advice={t('case.listEmptyAdvice')} />
            ) : (
              <EmptyState
                title={t('case.listNotFound', { number: search.number })}
                advice={t('case.listNotFoundAdvice')}
              />
            );
          }
          return (
            <>
              <Table<ComplaintSummary>
                aria-label={t('case.listLabel')}
                size="small"
                tableLayout="fixed"
                rowKey="id"
                columns={columns}
                dataSource={rows}
                pagination={false}
                loading={cases.isPlaceholderData}
                scroll={{ x: 1000 }}
              />
              <div className="row">
                {cases.hasNextPage && (
                  <Button loading={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>
                    {t('common.loadMore')}
                  </Button>
                )}
                <span className="muted">
                  {t(cases.hasNextPage ? 'common.loaded' : 'common.allLoaded', { n: rows.length })}
                </span>
              </div>
            </>
          );
        }}
      </QueryStates>
    </div>
  );
}
