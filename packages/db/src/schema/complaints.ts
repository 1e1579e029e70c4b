import { boolean, integer, json, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { ClockStatus } from '@jieban/domain/clock/clock-state';
import type {
  Channel,
  ClockKind,
  ComplaintId,
  ComplaintState,
  UnitId,
  UserId,
} from '@jieban/domain/complaint/vocabulary';
import type { DeadlineStep } from '@jieban/domain/deadline/deadline';
import { bytea, civilDate, instant } from './columns';

export const complaintNumber = pgTable('complaint_number', {
  year: integer().primaryKey(),
  lastTaken: integer().notNull(),
});

export const complaint = pgTable('complaint', {
  id: uuid().$type<ComplaintId>().primaryKey(),
  number: text().notNull(),
  channel: text().$type<Channel>().notNull(),
  state: text().$type<ComplaintState>().notNull(),
  receivedAt: instant().notNull(),
  registeredAt: instant().notNull(),
  registeredBy: uuid().$type<UserId>(),
  subject: text().notNull(),
  content: text().notNull(),
  demand: text().notNull(),
  place: text().notNull(),
  category: text().notNull(),
  externalNumber: text(),
  isAnonymous: boolean().notNull(),
  wantsSecrecy: boolean().notNull(),
  handlingUnitId: uuid().$type<UnitId>().notNull(),
  handlerId: uuid().$type<UserId>(),
});

export const complaintIdentity = pgTable('complaint_identity', {
  complaintId: uuid().$type<ComplaintId>().primaryKey(),
  keyId: text().notNull(),
  nonce: bytea().notNull(),
  ciphertext: bytea().notNull(),
  phoneHash: bytea(),
  emailHash: bytea(),
});

export const complaintAccused = pgTable('complaint_accused', {
  complaintId: uuid().$type<ComplaintId>().notNull(),
  position: integer().notNull(),
  text: text().notNull(),
  unitId: uuid().$type<UnitId>(),
  userId: uuid().$type<UserId>(),
});

export const deadlineExplanation = pgTable('deadline_explanation', {
  sha256: bytea().primaryKey(),
  steps: json().$type<readonly DeadlineStep[]>().notNull(),
});

export const clock = pgTable('clock', {
  complaintId: uuid().$type<ComplaintId>().notNull(),
  kind: text().$type<ClockKind>().notNull(),
  unitId: uuid().$type<UnitId>().notNull(),
  startedAt: instant().notNull(),
  policy: text().notNull(),
  calendarVersion: text().notNull(),
  nominalOn: civilDate().notNull(),
  dueOn: civilDate().notNull(),
  dueAt: instant().notNull(),
  provisional: boolean().notNull(),
  explanation: bytea().notNull(),
  metAt: instant(),
  status: text().$type<ClockStatus>().notNull().default('running'),
  originalDueOn: civilDate(),
  pausedDays: integer().notNull().default(0),
  extensionDays: integer().notNull().default(0),
  awaitingSince: civilDate(),
  endedAt: instant(),
});

export const historyEvent = pgTable('history_event', {
  complaintId: uuid().$type<ComplaintId>().notNull(),
  // seq, prevHash and hash are set by the database's own trigger; the insert passes none of them.
  seq: integer().notNull().default(0),
  type: text().notNull(),
  at: instant().notNull(),
  recordedAt: instant().notNull(),
  actorId: uuid().$type<UserId>(),
  data: jsonb().$type<Record<string, unknown>>().notNull(),
  prevHash: bytea(),
  hash: bytea().notNull().default(Buffer.alloc(0)),
});
