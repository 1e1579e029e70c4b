import { boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Role, UnitId, UnitKind, UserId } from '@jieban/domain/complaint/vocabulary';
import { bytea, instant } from './columns';

export const unit = pgTable('unit', {
  id: uuid().$type<UnitId>().primaryKey(),
  code: text().notNull(),
  name: text().notNull(),
  kind: text().$type<UnitKind>().notNull(),
  parentId: uuid().$type<UnitId>(),
  aliases: text().array().notNull(),
  isIntakeOwner: boolean().notNull(),
});

export const appUser = pgTable('app_user', {
  id: uuid().$type<UserId>().primaryKey(),
  login: text().notNull(),
  displayName: text().notNull(),
  role: text().$type<Role>().notNull(),
  unitId: uuid().$type<UnitId>().notNull(),
  email: text(),
  passwordHash: text().notNull(),
  passwordMustChange: boolean().notNull(),
  disabledAt: instant(),
  createdAt: instant().notNull(),
});

export const webSession = pgTable('web_session', {
  idHash: bytea().primaryKey(),
  userId: uuid().$type<UserId>(),
  data: jsonb().$type<Record<string, unknown>>().notNull(),
  expiresAt: instant().notNull(),
});

export const idempotencyRecord = pgTable('idempotency_record', {
  userId: uuid().$type<UserId>().notNull(),
  key: text().notNull(),
  requestHash: bytea().notNull(),
  status: integer(),
  body: jsonb().$type<unknown>(),
  createdAt: instant().notNull(),
});
