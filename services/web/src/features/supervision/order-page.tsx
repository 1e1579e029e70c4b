// One urging or supervision order: what was asked, and for each case the paper, the answer and its review.
import type { OrderDetail } from '@jieban/contracts/api/supervision';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Descriptions, Tag } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isStatus } from '../../api/problem';
import { Instant } from '../../ui/instant';
import { PageHeader } from '../../ui/page-header';
import { PageNotice } from '../../ui/page-notice';
import { QueryStates } from '../../ui/query-states';
import { CaseSkeleton } from '../../ui/skeletons';
import { TextLink } from '../../ui/text-link';
import { OrderCasePanel } from './order-case-panel';
import { orderQuery } from './order-queries';
import './order.css';

const route = getRouteApi('/frame/orders/$orderId');

export function OrderPage(): ReactElement {
  const { t } = useTranslation();
  const { orderId } = route.useParams();
  const query = useQuery(orderQuery(orderId));
  // 404 for what does not exist and for what this person may not see: the page must not tell the two apart.
  if (isStatus(query.error, 404) || isStatus(query.error, 400)) {
    return (
      <PageNotice
        title={t('order.notFound')}
        advice={t('order.notFoundAdvice')}
        action={<TextLink to="/orders">{t('order.backToList')}</TextLink>}
      />
    );
  }
  return (
    <QueryStates query={query} skeleton={<CaseSkeleton />} action="case.read">
      {(order) => <OrderBody order={order} />}
    </QueryStates>
  );
}

function OrderBody({ order }: { order: OrderDetail }): ReactElement {
  const { t } = useTranslation();
  const facts = [
    { key: 'issuedBy', label: t('order.issuedBy'), children: order.issuedBy.displayName },
    { key: 'issuedAt', label: t('order.issuedAt'), children: <Instant at={order.issuedAt} /> },
    ...(order.reason === ''
      ? []
      : [
          {
            key: 'reason',
            label: t('order.reason'),
            span: 2,
            children: <div className="pre-line">{order.reason}</div>,
          },
        ]),
    {
      key: 'instruction',
      label: t('order.instruction'),
      span: 2,
      children: <div className="pre-line">{order.instruction}</div>,
    },
  ];
  return (
    <div className="stack">
      <PageHeader title={order.number}>
        <span>
          <Tag>{t(`order.kinds.${order.kind}`)}</Tag>
          <Tag>{t('order.caseCount', { n: order.cases.length })}</Tag>
        </span>
      </PageHeader>
      <section className="panel">
        <Descriptions size="small" column={2} items={facts} />
      </section>
      {order.cases.map((line) => (
        <OrderCasePanel key={line.complaintId} order={order} line={line} />
      ))}
    </div>
  );
}
