// When the people of an order are told by a digest, who, and what the notice is called.
import type { RungRecipient } from '../escalation/ladder';
import { ORDER_KIND_NAMES, type OrderKind } from './order-kinds';

export const ORDER_OCCASIONS = ['issued', 'sent-back', 'overdue'] as const;
/** Each once for a case, an order and an inner due day. */
export type OrderOccasion = (typeof ORDER_OCCASIONS)[number];

export const ORDER_RECIPIENTS: Readonly<Record<OrderOccasion, readonly RungRecipient[]>> = {
  issued: ['handler', 'unit_head'],
  'sent-back': ['handler', 'unit_head'],
  overdue: ['handler', 'unit_head', 'supervisor'],
};

const OCCASION_NAMES: Readonly<Record<OrderOccasion, string>> = {
  issued: '通知书',
  'sent-back': '退回重新反馈',
  overdue: '逾期未反馈',
};

/** 催办通知书, 督办逾期未反馈 … */
export function orderNoticeName(kind: OrderKind, occasion: OrderOccasion): string {
  return `${ORDER_KIND_NAMES[kind]}${OCCASION_NAMES[occasion]}`;
}

/** For rows, which hand over plain text. */
export function isOrderOccasion(text: string): text is OrderOccasion {
  return ORDER_OCCASIONS.some((occasion) => occasion === text);
}
