import { bigint, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { ComplaintId, UserId } from '@jieban/domain/complaint/vocabulary';
import { bytea, instant } from './columns';

export const attachment = pgTable('attachment', {
  complaintId: uuid().$type<ComplaintId>().notNull(),
  position: integer().notNull(),
  blobSha256: bytea().notNull(),
  mediaType: text().notNull(),
  sizeBytes: bigint({ mode: 'number' }).notNull(),
  addedBy: uuid().$type<UserId>().notNull(),
  addedAt: instant().notNull(),
  keyId: text().notNull(),
  nonce: bytea().notNull(),
  ciphertext: bytea().notNull(),
});
