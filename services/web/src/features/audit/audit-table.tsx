import type { AuditEvents } from '@jieban/contracts/api/audit';
import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../../api/units-query';
import { Instant } from '../../ui/instant';
import { TextLink } from '../../ui/text-link';
import { eventFacts, eventLabel } from '../../ui/history-words';

type AuditEvent = AuditEvents['items'][number];

interface AuditTableProps {
  readonly items: readonly AuditEvent[];
  readonly isRefreshing: boolean;
}

export function AuditTable({ items, isRefreshing }: AuditTableProps): ReactElement {
  const { t } = useTranslation();
  const units = useQuery(unitsQuery);
  const unitNames = new Map(units.data?.items.map((unit) => [unit.id, unit.name]));
  return (
    <Table<AuditEvent>
      aria-label={t('audit.listLabel')}
      size="small"
      tableLayout="fixed"
      rowKey={({ complaintId, seq }) => `${complaintId}-${seq}`}
      dataSource={items}
      loading={isRefreshing}
      pagination={false}
      scroll={{ x: 900 }}
      columns={[
        {
          title: t('audit.recordedAt'),
          key: 'recordedAt',
          width: 170,
          render: (_, event) => <Instant at={event.recordedAt} />,
        },
        {
          title: t('audit.number'),
          key: 'number',
          width: 160,
          render: (_, event) => (
            <TextLink to="/cases/$complaintId" params={{ complaintId: event.complaintId }} className="nowrap">
              {event.number}
            </TextLink>
          ),
        },
        {
          title: t('audit.actor'),
          key: 'actor',
          width: 120,
          render: (_, event) => event.actor?.displayName ?? t('case.system'),
        },
        { title: t('audit.event'), key: 'event', width: 190, render: (_, event) => eventLabel(event.type, t) },
        {
          title: t('audit.facts'),
          key: 'facts',
          render: (_, event) => eventFacts(event.data, t, unitNames).join(' · '),
        },
      ]}
    />
  );
}
