import type { BoardRow } from '@jieban/contracts/api/board';
import { Table, type TableColumnsType, type TableProps } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DueDate } from '../../ui/due-date';
import { LIGHT_LOOKS } from '../../ui/light-words';
import { LightMark } from '../../ui/light-mark';
import { TextLink } from '../../ui/text-link';

/** The same columns always in the same place; fixed widths so that nothing moves when the list refreshes. */
function columnsOf(t: TFunction): TableColumnsType<BoardRow> {
  return [
    {
      title: t('board.light'),
      key: 'light',
      width: 120,
      onCell: (row) => ({ style: { background: LIGHT_LOOKS[row.light].tint } }),
      render: (_, row) => <LightMark light={row.light} daysOver={row.daysOver} />,
    },
    { title: t('board.clock'), key: 'clock', width: 84, render: (_, row) => t(`clockShort.${row.clock}`) },
    {
      title: t('board.number'),
      key: 'number',
      width: 136,
      render: (_, row) => (
        <TextLink to="/cases/$complaintId" params={{ complaintId: row.complaintId }} className="nowrap">
          {row.number}
        </TextLink>
      ),
    },
    { title: t('board.channel'), key: 'channel', width: 88, render: (_, row) => t(`channel.${row.channel}`) },
    {
      title: t('board.subject'),
      key: 'subject',
      render: (_, row) => (
        <TextLink
          to="/cases/$complaintId"
          params={{ complaintId: row.complaintId }}
          className="board-subject"
          title={row.subject}
          tabIndex={-1}
        >
          {row.subject}
        </TextLink>
      ),
    },
    { title: t('board.unit'), key: 'unit', width: 136, ellipsis: true, render: (_, row) => row.handlingUnit.name },
    {
      title: t('board.handler'),
      key: 'handler',
      width: 80,
      ellipsis: true,
      render: (_, row) => row.handler?.displayName ?? <span className="muted">{t('board.noHandler')}</span>,
    },
    { title: t('board.due'), key: 'due', width: 208, render: (_, row) => <DueDate due={row} /> },
    {
      title: t('board.escalations'),
      key: 'escalations',
      width: 60,
      align: 'right',
      render: (_, row) => (row.escalations === 0 ? '' : t('board.escalationsCount', { n: row.escalations })),
    },
  ];
}

/** The cases that a supervisor has chosen for an order; absent for whoever may issue none. */
export interface BoardChoice {
  readonly chosenIds: ReadonlySet<string>;
  readonly onChoose: (complaintIds: readonly string[]) => void;
}

interface BoardTableProps {
  readonly rows: readonly BoardRow[];
  readonly isRefreshing: boolean;
  readonly choice: BoardChoice | undefined;
}

const keyOf = (row: BoardRow): string => `${row.complaintId}:${row.clock}`;

/** Every box says which case it is for, to a screen reader too. */
function selectionOf(
  rows: readonly BoardRow[],
  choice: BoardChoice,
  t: TFunction,
): NonNullable<TableProps<BoardRow>['rowSelection']> {
  return {
    columnWidth: 40,
    // Above the table instead: antd measures columns by a hidden copy of the head, whose box would take the focus.
    hideSelectAll: true,
    columnTitle: <span className="visually-hidden">{t('orderIssue.column')}</span>,
    selectedRowKeys: rows.filter(({ complaintId }) => choice.chosenIds.has(complaintId)).map(keyOf),
    onChange: (_keys, chosen) => choice.onChoose(chosen.map(({ complaintId }) => complaintId)),
    getCheckboxProps: (row) => ({ 'aria-label': t('orderIssue.choose', { number: row.number }) }),
  };
}

export function BoardTable({ rows, isRefreshing, choice }: BoardTableProps): ReactElement {
  const { t } = useTranslation();
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <Table<BoardRow>
      aria-label={t('board.tableLabel')}
      size="small"
      tableLayout="fixed"
      rowKey={keyOf}
      {...(choice === undefined ? {} : { rowSelection: selectionOf(rows, choice, t) })}
      columns={columns}
      dataSource={rows}
      pagination={false}
      loading={isRefreshing}
      scroll={{ x: 1120 }}
    />
  );
}
