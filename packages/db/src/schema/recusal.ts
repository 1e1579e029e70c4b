import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { AccusedDecisionKind } from '@jieban/application/recusal/accused-store';
import type { InterestDecision } from '@jieban/domain/access/decide-interest';
import type { ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import { instant } from './columns';

export const declaredInterest = pgTable('declared_interest', {
  complaintId: uuid().$type<ComplaintId>().notNull(),
  userId: uuid().$type<UserId>().notNull(),
  declaredAt: instant().notNull(),
  id: uuid().notNull(),
  reason: text().notNull(),
  wasHandler: boolean().notNull(),
  decidedBy: uuid().$type<UserId>(),
  decidedAt: instant(),
  decision: text().$type<InterestDecision>(),
});

export const accusedDecision = pgTable('accused_decision', {
  complaintId: uuid().$type<ComplaintId>().notNull(),
  position: integer().notNull(),
  decision: text().$type<AccusedDecisionKind>().notNull(),
  accusedPosition: integer(),
  unitId: uuid().$type<UnitId>(),
  userId: uuid().$type<UserId>(),
  text: text().notNull(),
  reason: text().notNull(),
  decidedBy: uuid().$type<UserId>().notNull(),
  decidedAt: instant().notNull(),
});
