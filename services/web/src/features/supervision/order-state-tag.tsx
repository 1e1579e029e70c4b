import type { OrderState } from '@jieban/domain/supervision/order-moves';
import { Tag } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Words first; the colour only helps to find them. */
const COLOURS = { open: 'blue', answered: 'gold', accepted: 'green', sent_back: 'volcano' } as const;

export function OrderStateTag({ state, n }: { state: OrderState; n?: number }): ReactElement {
  const { t } = useTranslation();
  const words = t(`order.states.${state}`);
  return <Tag color={COLOURS[state]}>{n === undefined ? words : t('order.progressOf', { state: words, n })}</Tag>;
}

export function OverdueTag({ n }: { n?: number }): ReactElement {
  const { t } = useTranslation();
  return <Tag color="red">{n === undefined ? t('order.overdue') : t('order.overdueCount', { n })}</Tag>;
}
