import { bigint, boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Channel, ComplaintId, IntakeItemId, MailKind, UserId } from '@jieban/domain/complaint/vocabulary';
import { bytea, instant } from './columns';

export const blob = pgTable('blob', {
  sha256: bytea().primaryKey(),
  mediaType: text().notNull(),
  sizeBytes: bigint({ mode: 'number' }).notNull(),
  keyId: text().notNull(),
  nonce: bytea().notNull(),
  ciphertext: bytea().notNull(),
  storedAt: instant().notNull(),
});

export type IntakeState = 'pending' | 'registered' | 'attached' | 'filed' | 'quarantined';

export const intakeItem = pgTable('intake_item', {
  id: uuid().$type<IntakeItemId>().primaryKey(),
  channel: text().$type<Channel>().notNull(),
  sourceKey: text().notNull(),
  receivedAt: instant().notNull(),
  storedAt: instant().notNull(),
  blobSha256: bytea(),
  state: text().$type<IntakeState>().notNull(),
  kind: text().$type<MailKind>(),
  complaintId: uuid().$type<ComplaintId>(),
  reason: text(),
  warnings: jsonb().$type<readonly string[]>().notNull().default([]),
  attempts: integer().notNull().default(0),
  nextAttemptAt: instant().notNull(),
  decidedAt: instant(),
  contentHash: bytea(),
  firstImportId: uuid(),
  contentImportId: uuid(),
});

export const mailLocation = pgTable('mail_location', {
  mailboxId: text().notNull(),
  folder: text().notNull(),
  uidValidity: bigint({ mode: 'number' }).notNull(),
  uid: bigint({ mode: 'number' }).notNull(),
  intakeItemId: uuid().$type<IntakeItemId>().notNull(),
});

export const mailFolderCursor = pgTable('mail_folder_cursor', {
  mailboxId: text().notNull(),
  folder: text().notNull(),
  uidValidity: bigint({ mode: 'number' }).notNull(),
  lastUid: bigint({ mode: 'number' }).notNull(),
  storedCount: bigint({ mode: 'number' }).notNull(),
  polledAt: instant().notNull(),
});

export const mailboxStatus = pgTable('mailbox_status', {
  mailboxId: text().primaryKey(),
  state: text().$type<'not-configured' | 'connecting' | 'polling' | 'failing'>().notNull(),
  problem: text(),
  stateSince: instant().notNull(),
  lastGoodPollAt: instant(),
});

export const caseMessage = pgTable('case_message', {
  messageIdHash: bytea().notNull(),
  complaintId: uuid().$type<ComplaintId>().notNull(),
});

export interface RejectedRow {
  readonly row: number;
  readonly reasons: readonly string[];
}

export const hotlineImport = pgTable('hotline_import', {
  id: uuid().primaryKey(),
  fileName: text().notNull(),
  blobSha256: bytea().notNull(),
  dryRun: boolean().notNull(),
  state: text().$type<'waiting' | 'running' | 'done' | 'unreadable'>().notNull(),
  startedBy: uuid().$type<UserId>(),
  startedAt: instant().notNull(),
  progressAt: instant().notNull(),
  finishedAt: instant(),
  problem: text(),
  rowsTotal: integer().notNull().default(0),
  rowsNew: integer().notNull().default(0),
  rowsChanged: integer().notNull().default(0),
  rowsUnchanged: integer().notNull().default(0),
  rowsRejected: integer().notNull().default(0),
  rejected: jsonb().$type<readonly RejectedRow[]>().notNull().default([]),
});

export const phoneDraft = pgTable('phone_draft', {
  id: uuid().primaryKey(),
  officerId: uuid().$type<UserId>().notNull(),
  keyId: text().notNull(),
  nonce: bytea().notNull(),
  ciphertext: bytea().notNull(),
  savedAt: instant().notNull(),
});
