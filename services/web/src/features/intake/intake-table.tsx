import type { IntakeList } from '@jieban/contracts/api/intake';
import { Table } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../ui/instant';
import { mailKindText } from '../../ui/mail-kind-text';
import { TextLink } from '../../ui/text-link';
import { intakeReasonText } from './intake-reason';

type IntakeEntry = IntakeList['items'][number];

export function IntakeTable({ items, isRefreshing }: { items: IntakeEntry[]; isRefreshing: boolean }): ReactElement {
  const { t } = useTranslation();
  return (
    <Table<IntakeEntry>
      aria-label={t('intake.listLabel')}
      size="small"
      tableLayout="fixed"
      rowKey="id"
      dataSource={items}
      loading={isRefreshing}
      pagination={false}
      scroll={{ x: 900 }}
      columns={[
        {
          title: t('intake.receivedAt'),
          key: 'receivedAt',
          width: 160,
          render: (_, item) => <Instant at={item.receivedAt} />,
        },
        { title: t('intake.channel'), key: 'channel', width: 100, render: (_, item) => t(`channel.${item.channel}`) },
        {
          title: t('intake.kind'),
          key: 'kind',
          width: 110,
          render: (_, item) => (item.kind === null ? t('intake.kindUnknown') : mailKindText(item.kind, t)),
        },
        {
          title: t('intake.reason'),
          key: 'reason',
          render: (_, item) => intakeReasonText(item, t),
        },
        {
          title: t('intake.attempts'),
          key: 'attempts',
          width: 80,
          render: (_, item) => t('intake.attemptsCount', { n: item.attempts }),
        },
        {
          title: t('intake.complaintNumber'),
          key: 'complaintNumber',
          width: 150,
          render: (_, item) =>
            item.complaintNumber === null ? (
              ''
            ) : (
              <TextLink to="/cases" search={{ number: item.complaintNumber }} className="nowrap">
                {item.complaintNumber}
              </TextLink>
            ),
        },
      ]}
    />
  );
}
