import type { HotlineImport } from '@jieban/contracts/api/intake';
import { Button, Table, Tag } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state';
import { Instant } from '../../ui/instant';

interface ImportHistoryProps {
  readonly items: readonly HotlineImport[];
  readonly onChoose: (id: string) => void;
}

export function ImportHistory({ items, onChoose }: ImportHistoryProps): ReactElement {
  const { t } = useTranslation();
  if (items.length === 0) {
    return <EmptyState title={t('imports.historyEmpty')} advice={t('imports.historyEmptyAdvice')} />;
  }
  return (
    <Table<HotlineImport>
      aria-label={t('imports.history')}
      size="small"
      tableLayout="fixed"
      rowKey="id"
      dataSource={items}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ x: 900 }}
      columns={[
        {
          title: t('imports.file'),
          key: 'file',
          ellipsis: true,
          render: (_, item) => (
            <Button type="link" size="small" className="in-cell" onClick={() => onChoose(item.id)}>
              {item.fileName}
            </Button>
          ),
        },
        {
          title: t('imports.startedAt'),
          key: 'startedAt',
          width: 160,
          render: (_, item) => <Instant at={item.startedAt} />,
        },
        {
          title: t('imports.state'),
          key: 'state',
          width: 160,
          render: (_, item) => (
            <>
              {t(`imports.${item.state}`)} {item.dryRun && <Tag>{t('imports.dryRunMark')}</Tag>}
            </>
          ),
        },
        { title: t('imports.total'), dataIndex: 'rowsTotal', width: 84, align: 'right' },
        { title: t('imports.new'), dataIndex: 'rowsNew', width: 84, align: 'right' },
        { title: t('imports.changed'), dataIndex: 'rowsChanged', width: 84, align: 'right' },
        { title: t('imports.unchanged'), dataIndex: 'rowsUnchanged', width: 96, align: 'right' },
        { title: t('imports.rejected'), dataIndex: 'rowsRejected', width: 84, align: 'right' },
      ]}
    />
  );
}
