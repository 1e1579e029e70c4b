import { bigint, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { ClockKind, ComplaintId, UserId } from '@jieban/domain/complaint/vocabulary';
import { bytea, civilDate, instant } from './columns';

export const escalationRung = pgTable('escalation_rung', {
  complaintId: uuid().$type<ComplaintId>().notNull(),
  clockKind: text().$type<ClockKind>().notNull(),
  dueOn: civilDate().notNull(),
  code: text().notNull(),
  firesAt: instant().notNull(),
  state: text().$type<'armed' | 'fired' | 'superseded' | 'cancelled'>().notNull().default('armed'),
  settledAt: instant(),
});

export const notice = pgTable('notice', {
  id: uuid().primaryKey(),
  complaintId: uuid().$type<ComplaintId>().notNull(),
  recipientId: uuid().$type<UserId>().notNull(),
  // Either a clock or an order.
  clockKind: text().$type<ClockKind>(),
  orderId: uuid(),
  dueOn: civilDate().notNull(),
  rungCode: text().notNull(),
  createdAt: instant().notNull(),
  mailId: uuid(),
  withheldReason: text(),
});

export const outgoingMail = pgTable('outgoing_mail', {
  id: uuid().primaryKey(),
  key: text().notNull(),
  kind: text().$type<'receipt' | 'digest' | 'letter'>().notNull(),
  complaintId: uuid().$type<ComplaintId>(),
  recipientId: uuid().$type<UserId>(),
  addressHash: bytea().notNull(),
  keyId: text().notNull(),
  nonce: bytea().notNull(),
  ciphertext: bytea().notNull(),
  state: text().$type<'queued' | 'sent' | 'failed'>().notNull().default('queued'),
  attempts: integer().notNull().default(0),
  nextAttemptAt: instant().notNull(),
  lastResponse: text(),
  createdAt: instant().notNull(),
  sentAt: instant(),
});

export const outbox = pgTable('outbox', {
  id: bigint({ mode: 'bigint' }).generatedAlwaysAsIdentity().primaryKey(),
  job: text().notNull(),
  key: text().notNull(),
  payload: jsonb().$type<Record<string, unknown>>().notNull(),
  createdAt: instant().notNull().defaultNow(),
  relayedAt: instant(),
});
