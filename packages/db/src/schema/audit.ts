import { integer, pgTable, uuid } from 'drizzle-orm/pg-core';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { bytea, civilDate, instant } from './columns';

export const historyRoot = pgTable('history_root', {
  day: civilDate().primaryKey(),
  caseCount: integer().notNull(),
  tailCount: integer().notNull(),
  tailsHash: bytea().notNull(),
  madeAt: instant().notNull(),
  // prevHash and hash are set by the database's own trigger; the insert passes neither.
  prevHash: bytea(),
  hash: bytea().notNull().default(Buffer.alloc(0)),
});

export const historyRootTail = pgTable('history_root_tail', {
  complaintId: uuid().$type<ComplaintId>().notNull(),
  seq: integer().notNull(),
  day: civilDate().notNull(),
  hash: bytea().notNull(),
});
