import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { ClockEventType } from '@jieban/domain/clock/clock-events';
import type { ClockKind, ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { WorkingCalendarData } from '@jieban/domain/deadline/working-calendar';
import { civilDate, instant } from './columns';

export const clockEvent = pgTable('clock_event', {
  complaintId: uuid().$type<ComplaintId>().notNull(),
  kind: text().$type<ClockKind>().notNull(),
  seq: integer().notNull(),
  type: text().$type<ClockEventType>().notNull(),
  at: instant().notNull(),
  recordedAt: instant().notNull(),
  data: jsonb().$type<Record<string, unknown>>().notNull(),
});

export const workingCalendar = pgTable('working_calendar', {
  id: integer().generatedAlwaysAsIdentity().primaryKey(),
  version: text().notNull(),
  knownThrough: civilDate().notNull(),
  data: jsonb().$type<WorkingCalendarData>().notNull(),
  loadedAt: instant().notNull().defaultNow(),
});
