import type { OrderState } from '@jieban/domain/supervision/order-moves';
import { Tag } from 'antd';
import type { CSSProperties, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Words first; the colour only helps to find them. Darker than antd's own, whose gold and volcano are hard to read. */
const LOOKS: Readonly<Record<OrderState | 'overdue', CSSProperties>> = {
  open: { color: '#0b4a8f', background: '#e6f0fb' },
  answered: { color: '#6e4300', background: '#fff4d6' },
  accepted: { color: '#1d5c04', background: '#eaf7e2' },
  sent_back: { color: '#8f2805', background: '#ffece3' },
  overdue: { color: '#8a0f1c', background: '#fde5e7' },
};

export function OrderStateTag({ state, n }: { state: OrderState; n?: number }): ReactElement {
  const { t } = useTranslation();
  const words = t(`order.states.${state}`);
  return <Tag style={LOOKS[state]}>{n === undefined ? words : t('order.progressOf', { state: words, n })}</Tag>;
}

export function OverdueTag({ n }: { n?: number }): ReactElement {
  const { t } = useTranslation();
  return <Tag style={LOOKS.overdue}>{n === undefined ? t('order.overdue') : t('order.overdueCount', { n })}</Tag>;
}
