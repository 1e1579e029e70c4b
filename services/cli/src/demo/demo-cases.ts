// The cases that the demo opens, of all three channels, as the planner and the handling take them.
import { CALLS } from './calls';
import type { HandledCase } from './handling-steps';
import { COMPLAINT_MAILS } from './mails';
import { ORDERS } from './orders';
import type { PlannableCase } from './plan-cases';

export type DemoCase = PlannableCase & Omit<HandledCase, 'plan'>;

/** Orders and calls have no name of their own in the demo's data; their place in the list is it. */
export const orderKey = (position: number): string => `order-${position}`;
export const callKey = (position: number): string => `call-${position}`;

export const DEMO_CASES: readonly DemoCase[] = [
  ...COMPLAINT_MAILS.map(({ key, situation, unit, time }) => ({
    key,
    channel: 'mailbox' as const,
    situation,
    unit,
    time,
  })),
  ...ORDERS.map(({ situation, unit, time }, at) => ({
    key: orderKey(at),
    channel: 'hotline' as const,
    situation,
    unit,
    time,
  })),
  ...CALLS.map(({ situation, unit, time, handler }, at) => ({
    key: callKey(at),
    channel: 'phone' as const,
    situation,
    unit,
    time,
    ...(handler === undefined ? {} : { handler }),
  })),
];
