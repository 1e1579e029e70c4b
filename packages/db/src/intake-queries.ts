// How the channels stand: items that wait for a person, mailboxes, imports. None of it names a complainant.
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Actor } from '@jieban/domain/access/permissions';
import type { Channel } from '@jieban/domain/complaint/vocabulary';
import type { Executor } from './connect';
import { complaint } from './schema/complaints';
import { hotlineImport, intakeItem, mailboxStatus, mailFolderCursor, type IntakeState } from './schema/intake';
import { visibleTo } from './visible-cases';

/** An item of a case that the actor may not see is not there for them, neither listed nor counted. */
const visibleItem = (actor: Actor) => sql`(${intakeItem.complaintId} is null or exists (
  select from ${complaint} k where k.id = ${intakeItem.complaintId} and ${visibleTo(actor)}))`;

/** Newest receipt first. */
export async function listIntakeItems(
  db: Executor,
  actor: Actor,
  selection: { readonly state: IntakeState; readonly channel?: Channel | undefined },
  limit: number,
) {
  return db
    .select({
      id: intakeItem.id,
      channel: intakeItem.channel,
      state: intakeItem.state,
      kind: intakeItem.kind,
      receivedAt: intakeItem.receivedAt,
      complaintNumber: sql<string | null>`(
        select k.number from ${complaint} k where k.id = ${intakeItem.complaintId})`,
      reason: intakeItem.reason,
      warnings: intakeItem.warnings,
      attempts: intakeItem.attempts,
    })
    .from(intakeItem)
    .where(
      and(
        eq(intakeItem.state, selection.state),
        selection.channel === undefined ? undefined : eq(intakeItem.channel, selection.channel),
        visibleItem(actor),
      ),
    )
    .orderBy(desc(intakeItem.receivedAt))
    .limit(limit);
}

/** `null`: the house itself asks, and shows the figures to nobody in particular. */
export async function countIntakeItems(db: Executor, actor: Actor | null): Promise<Record<IntakeState, number>> {
  const rows = await db
    .select({ state: intakeItem.state, count: sql<number>`count(*)::int` })
    .from(intakeItem)
    .where(actor === null ? undefined : visibleItem(actor))
    .groupBy(intakeItem.state);
  const counts: Record<IntakeState, number> = { pending: 0, registered: 0, attached: 0, filed: 0, quarantined: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

export async function listMailboxes(db: Executor) {
  const [boxes, folders] = await Promise.all([
    db.select().from(mailboxStatus).orderBy(mailboxStatus.mailboxId),
    db.select().from(mailFolderCursor).orderBy(mailFolderCursor.folder),
  ]);
  return boxes.map((box) => ({
    ...box,
    folders: folders.filter(({ mailboxId }) => mailboxId === box.mailboxId),
  }));
}

export async function listHotlineImports(db: Executor, limit: number) {
  return db.select().from(hotlineImport).orderBy(desc(hotlineImport.startedAt)).limit(limit);
}

export async function readHotlineImport(db: Executor, id: string) {
  const [row] = await db.select().from(hotlineImport).where(eq(hotlineImport.id, id));
  return row ?? null;
}
