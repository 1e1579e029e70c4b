import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { ClockKind, ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { OrderKind } from '@jieban/domain/supervision/order-kinds';
import type { OrderState } from '@jieban/domain/supervision/order-moves';
import { civilDate, instant } from './columns';

export const supervisionNumber = pgTable('supervision_number', {
  kind: text().$type<OrderKind>().notNull(),
  year: integer().notNull(),
  lastTaken: integer().notNull(),
});

export const supervisionOrder = pgTable('supervision_order', {
  id: uuid().primaryKey(),
  kind: text().$type<OrderKind>().notNull(),
  number: text().notNull(),
  issuedBy: uuid().$type<UserId>().notNull(),
  issuedAt: instant().notNull(),
  reason: text().notNull(),
  instruction: text().notNull(),
  workingDays: integer().notNull(),
});

export const supervisionOrderCase = pgTable('supervision_order_case', {
  complaintId: uuid().$type<ComplaintId>().notNull(),
  orderId: uuid().notNull(),
  unitId: uuid().$type<UnitId>().notNull(),
  urgedClock: text().$type<ClockKind>(),
  urgedDueOn: civilDate(),
  firstAnswerBy: civilDate().notNull(),
  answerBy: civilDate().notNull(),
  answerByAt: instant().notNull(),
  state: text().$type<OrderState>().notNull().default('open'),
  answer: text(),
  answeredBy: uuid().$type<UserId>(),
  answeredAt: instant(),
  review: text(),
  reviewedBy: uuid().$type<UserId>(),
  reviewedAt: instant(),
  remindedAt: instant(),
});
