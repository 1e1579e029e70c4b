import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { CaseRequestKind } from '@jieban/application/case/case-request-store';
import type { ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import { civilDate, instant } from './columns';

export const caseStanding = pgTable('case_standing', {
  complaintId: uuid().$type<ComplaintId>().primaryKey(),
  isAccepted: boolean().notNull().default(false),
  wasSupplementAsked: boolean().notNull().default(false),
  supplementDueOn: civilDate(),
  supplementAskedBy: uuid().$type<UserId>(),
  dispatchedOn: civilDate(),
  isDesignated: boolean().notNull().default(false),
  suspensionPlan: text(),
  suspensionReviewOn: civilDate(),
  suspensionApprovedBy: uuid().$type<UserId>(),
  innerDueOn: civilDate(),
  reopenedCount: integer().notNull().default(0),
  mergedInto: uuid().$type<ComplaintId>(),
  draftText: text(),
  draftSubmittedBy: uuid().$type<UserId>(),
  draftApprovedBy: uuid().$type<UserId>(),
});

export const caseRequest = pgTable('case_request', {
  id: uuid().primaryKey(),
  complaintId: uuid().$type<ComplaintId>().notNull(),
  kind: text().$type<CaseRequestKind>().notNull(),
  requestedBy: uuid().$type<UserId>().notNull(),
  requestedAt: instant().notNull(),
  reason: text().notNull(),
  days: integer(),
  plan: text(),
  reviewOn: civilDate(),
  unitId: uuid().$type<UnitId>(),
  decision: text().$type<'granted' | 'refused' | 'lapsed'>(),
  decidedBy: uuid().$type<UserId>(),
  decidedAt: instant(),
});

export const jointUnit = pgTable('joint_unit', {
  complaintId: uuid().$type<ComplaintId>().notNull(),
  unitId: uuid().$type<UnitId>().notNull(),
  grantedBy: uuid().$type<UserId>().notNull(),
  grantedAt: instant().notNull(),
});
