import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { SuggestedCodes } from '@jieban/application/classification/classification-store';
import type {
  ComplaintKind,
  DistrictCode,
  ProblemCategoryCode,
  SectionCode,
} from '@jieban/domain/classification/class-codes';
import type { ComplaintId, UserId } from '@jieban/domain/complaint/vocabulary';
import { instant } from './columns';

/** Append-only: the database refuses an update. */
export const complaintClassification = pgTable('complaint_classification', {
  complaintId: uuid().$type<ComplaintId>().notNull(),
  version: integer().notNull(),
  kind: text().$type<ComplaintKind>().notNull(),
  problem: text().$type<ProblemCategoryCode>(),
  otherProblems: text().array().$type<ProblemCategoryCode[]>().notNull().default([]),
  section: text().$type<SectionCode>(),
  district: text().$type<DistrictCode>(),
  confirmedBy: uuid().$type<UserId>().notNull(),
  confirmedAt: instant().notNull(),
  suggested: jsonb().$type<SuggestedCodes>(),
});
