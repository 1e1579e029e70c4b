import type { OrderSummary } from '@jieban/contracts/api/supervision';
import { ORDER_STATES } from '@jieban/domain/supervision/order-moves';
import { Table, type TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../ui/instant';
import { TextLink } from '../../ui/text-link';
import { OrderStateTag, OverdueTag } from './order-state-tag';
import './order.css';

function columnsOf(t: TFunction): TableColumnsType<OrderSummary> {
  return [
    {
      title: t('order.number'),
      key: 'number',
      width: 170,
      render: (_, row) => (
        <TextLink to="/orders/$orderId" params={{ orderId: row.id }} className="nowrap">
          {row.number}
        </TextLink>
      ),
    },
    {
      title: t('order.cases'),
      key: 'cases',
      width: 140,
      render: (_, row) =>
        row.caseNumbers.length === 1 ? row.caseNumbers[0] : t('order.caseCount', { n: row.caseNumbers.length }),
    },
    {
      title: t('order.units'),
      key: 'units',
      width: 180,
      ellipsis: true,
      render: (_, row) => row.units.map(({ name }) => name).join(t('common.listSeparator')),
    },
    { title: t('order.instruction'), key: 'instruction', ellipsis: true, render: (_, row) => row.instruction },
    { title: t('order.answerBy'), key: 'answerBy', width: 110, render: (_, row) => row.answerBy ?? '' },
    {
      title: t('order.progress'),
      key: 'progress',
      width: 220,
      render: (_, row) => (
        <span className="order-progress">
          {row.overdue > 0 && <OverdueTag n={row.overdue} />}
          {ORDER_STATES.filter((state) => row.states[state] > 0).map((state) => (
            <OrderStateTag key={state} state={state} n={row.states[state]} />
          ))}
        </span>
      ),
    },
    {
      title: t('order.issuedBy'),
      key: 'issuedBy',
      width: 100,
      ellipsis: true,
      render: (_, row) => row.issuedBy.displayName,
    },
    { title: t('order.issuedAt'), key: 'issuedAt', width: 170, render: (_, row) => <Instant at={row.issuedAt} /> },
  ];
}

export function OrderTable({
  rows,
  isRefreshing,
}: {
  rows: readonly OrderSummary[];
  isRefreshing: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <Table<OrderSummary>
      aria-label={t('order.tableLabel')}
      size="small"
      tableLayout="fixed"
      rowKey="id"
      columns={columns}
      dataSource={rows}
      pagination={false}
      loading={isRefreshing}
      scroll={{ x: 1240 }}
    />
  );
}
