import type { ComplaintDetail } from '@jieban/contracts/api/complaint';
import { Descriptions, type DescriptionsProps } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../ui/instant';
import { MarkedText } from './marked-text';
import { ReceiptTime } from './receipt-time';

export function CaseFacts({ detail }: { detail: ComplaintDetail }): ReactElement {
  const { t } = useTranslation();
  const none = <span className="muted">{t('common.none')}</span>;
  const item = (key: string, label: string, children: ReactNode, span = 1) => ({
    key,
    label,
    children: children || none,
    span,
  });
  const accused = detail.accused.map((each) =>
    each.unit === null || each.unit.name === each.text ? each.text : `${each.text}(${each.unit.name})`,
  );
  const items: NonNullable<DescriptionsProps['items']> = [
    item('receivedAt', t('case.receivedAt'), <ReceiptTime channel={detail.channel} receivedAt={detail.receivedAt} />),
    item(
      'registered',
      t('case.registeredAt'),
      <span>
        <Instant at={detail.registeredAt} /> {detail.registeredBy?.displayName ?? t('case.registeredBySystem')}
      </span>,
    ),
    item('unit', t('case.handlingUnit'), detail.handlingUnit.name),
    item('handler', t('case.handler'), detail.handler?.displayName ?? t('case.noHandler')),
    item('accused', t('case.accused'), accused.join(t('common.listSeparator')), 2),
    item('place', t('case.place'), detail.place),
    item('category', t('case.category'), detail.category),
    ...(detail.externalNumber === null ? [] : [item('external', t('case.externalNumber'), detail.externalNumber, 2)]),
    item(
      'content',
      t('case.content'),
      detail.content && <MarkedText complaintId={detail.id} part="content" text={detail.content} />,
      2,
    ),
    item(
      'demand',
      t('case.demand'),
      detail.demand && <MarkedText complaintId={detail.id} part="demand" text={detail.demand} />,
      2,
    ),
  ];
  return (
    <section className="panel">
      <h2>{t('case.facts')}</h2>
      <Descriptions size="small" colon={false} column={2} items={items} styles={{ label: { width: 92 } }} />
    </section>
  );
}
