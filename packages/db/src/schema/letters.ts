import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { ComplaintId, IntakeItemId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { LetterChannel, LetterState, RecordedProofKind } from '@jieban/domain/letters/letter-delivery';
import type { LetterKind } from '@jieban/domain/letters/letter-kinds';
import type { SigningStep } from '@jieban/domain/letters/sign-off';
import { bytea, civilDate, instant } from './columns';

export const documentNumberTaken = pgTable('document_number', {
  organCode: text().notNull(),
  year: integer().notNull(),
  lastTaken: integer().notNull(),
});

export const letter = pgTable('letter', {
  complaintId: uuid().$type<ComplaintId>().notNull(),
  id: uuid().notNull(),
  kind: text().$type<LetterKind>().notNull(),
  state: text().$type<LetterState>().notNull(),
  channel: text().$type<LetterChannel>(),
  revision: integer().notNull().default(1),
  keyId: text().notNull(),
  nonce: bytea().notNull(),
  ciphertext: bytea().notNull(),
  draftedBy: uuid().$type<UserId>().notNull(),
  draftedAt: instant().notNull(),
  editedAt: instant().notNull(),
  documentNumber: text(),
  issuedOn: civilDate(),
  issuedAt: instant(),
  issuedBy: uuid().$type<UserId>(),
  pdfSha256: bytea(),
  mailId: uuid(),
  settledAt: instant(),
});

export const letterText = pgTable('letter_text', {
  complaintId: uuid().$type<ComplaintId>().notNull(),
  letterId: uuid().notNull(),
  sha256: bytea().notNull(),
  keyId: text().notNull(),
  nonce: bytea().notNull(),
  ciphertext: bytea().notNull(),
  frozenAt: instant().notNull(),
});

export const letterSignature = pgTable('letter_signature', {
  complaintId: uuid().$type<ComplaintId>().notNull(),
  letterId: uuid().notNull(),
  revision: integer().notNull(),
  step: text().$type<SigningStep>().notNull(),
  userId: uuid().$type<UserId>().notNull(),
  signedAt: instant().notNull(),
  textSha256: bytea().notNull(),
});

export const letterProof = pgTable('letter_proof', {
  complaintId: uuid().$type<ComplaintId>().notNull(),
  id: uuid().notNull(),
  letterId: uuid().notNull(),
  kind: text().$type<RecordedProofKind>().notNull(),
  at: instant().notNull(),
  recordedAt: instant().notNull(),
  recordedBy: uuid().$type<UserId>(),
  intakeItemId: uuid().$type<IntakeItemId>(),
  keyId: text().notNull(),
  nonce: bytea().notNull(),
  ciphertext: bytea().notNull(),
});
