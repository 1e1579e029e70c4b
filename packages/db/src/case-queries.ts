// One case as it is read: every query goes through the access policy, and a case that the actor may not see does not
// exist for them.
import { asc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Actor } from '@jieban/domain/access/permissions';
import type { Channel, ComplaintId, ComplaintState, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { Identity } from '@jieban/application/register/registration-store';
import { canonicalPhone } from '@jieban/domain/identity/mask';
import type { CivilDate } from '@jieban/domain/time/civil-date';
import { readBlob } from './blobs';
import type { Executor } from './connect';
import { clock, complaintIdentity, deadlineExplanation } from './schema/complaints';
import { openJson, type Vault } from './vault';
import { visibleTo } from './visible-cases';

export interface CaseFacts {
  readonly id: ComplaintId;
  readonly number: string;
  readonly channel: Channel;
  readonly state: ComplaintState;
  readonly subject: string;
  readonly content: string;
  readonly demand: string;
  readonly place: string;
  readonly category: string;
  readonly externalNumber: string | null;
  readonly isAnonymous: boolean;
  readonly wantsSecrecy: boolean;
  readonly receivedAt: Date;
  readonly registeredAt: Date;
  readonly registeredBy: { readonly id: UserId; readonly displayName: string } | null;
  readonly unit: { readonly id: UnitId; readonly code: string; readonly name: string };
  readonly handler: { readonly id: UserId; readonly displayName: string } | null;
  readonly hasOriginalMail: boolean;
}

interface CaseRecord extends Record<string, unknown> {
  readonly id: ComplaintId;
  readonly number: string;
  readonly channel: Channel;
  readonly state: ComplaintState;
  readonly subject: string;
  readonly content: string;
  readonly demand: string;
  readonly place: string;
  readonly category: string;
  readonly external_number: string | null;
  readonly is_anonymous: boolean;
  readonly wants_secrecy: boolean;
  readonly received_at: string;
  readonly registered_at: string;
  readonly registered_by: UserId | null;
  readonly registered_by_name: string | null;
  readonly unit_id: UnitId;
  readonly unit_code: string;
  readonly unit_name: string;
  readonly handler_id: UserId | null;
  readonly handler_name: string | null;
  readonly has_mail: boolean;
}

const person = (id: UserId | null, displayName: string | null) =>
  id === null ? null : { id, displayName: displayName ?? '' };

export async function readCase(db: Executor, actor: Actor, id: string): Promise<CaseFacts | null> {
  const [row] = await db.execute<CaseRecord>(sql`
    select k.*, u.id as unit_id, u.code as unit_code, u.name as unit_name, h.display_name as handler_name,
      r.display_name as registered_by_name,
      exists (select from intake_item i where i.complaint_id = k.id and i.channel = 'mailbox'
        and i.state = 'registered') as has_mail
    from complaint k
    join unit u on u.id = k.handling_unit_id
    left join app_user h on h.id = k.handler_id
    left join app_user r on r.id = k.registered_by
    where k.id = ${id}::uuid and ${visibleTo(actor)}`);
  if (row === undefined) return null;
  return {
    id: row.id,
    number: row.number,
    channel: row.channel,
    state: row.state,
    subject: row.subject,
    content: row.content,
    demand: row.demand,
    place: row.place,
    category: row.category,
    externalNumber: row.external_number,
    isAnonymous: row.is_anonymous,
    wantsSecrecy: row.wants_secrecy,
    receivedAt: new Date(row.received_at),
    registeredAt: new Date(row.registered_at),
    registeredBy: person(row.registered_by, row.registered_by_name),
    unit: { id: row.unit_id, code: row.unit_code, name: row.unit_name },
    handler: person(row.handler_id, row.handler_name),
    hasOriginalMail: row.has_mail,
  };
}

/** For a case that `readCase` has shown to this actor. */
export async function readClocks(db: Executor, id: ComplaintId) {
  return db
    .select({ ...getTableColumns(clock), steps: deadlineExplanation.steps })
    .from(clock)
    .innerJoin(deadlineExplanation, eq(deadlineExplanation.sha256, clock.explanation))
    .where(eq(clock.complaintId, id))
    .orderBy(asc(clock.dueAt));
}

export interface AccusedLine {
  readonly text: string;
  readonly unit: { readonly id: UnitId; readonly code: string; readonly name: string } | null;
}

/** For a case that `readCase` has shown to this actor. */
export async function readAccused(db: Executor, id: ComplaintId): Promise<AccusedLine[]> {
  const rows = await db.execute<{ text: string; id: UnitId | null; code: string | null; name: string | null }>(sql`
    select a.text, u.id, u.code, u.name from complaint_accused a left join unit u on u.id = a.unit_id
    where a.complaint_id = ${id}::uuid order by a.position`);
  return rows.map(({ text, id: unitId, code, name }) => ({
    text,
    unit: unitId === null ? null : { id: unitId, code: code ?? '', name: name ?? '' },
  }));
}

export interface HistoryLine {
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly recordedAt: Date;
  readonly actor: { readonly id: UserId; readonly displayName: string } | null;
  readonly data: Record<string, unknown>;
}

/** For a case that `readCase` has shown to this actor; oldest first. */
export async function readHistory(db: Executor, id: ComplaintId): Promise<HistoryLine[]> {
  const rows = await db.execute<{
    seq: number;
    type: string;
    at: string;
    recorded_at: string;
    actor_id: UserId | null;
    actor_name: string | null;
    data: Record<string, unknown>;
  }>(sql`
    select e.seq, e.type, e.at, e.recorded_at, e.actor_id, a.display_name as actor_name, e.data
    from history_event e left join app_user a on a.id = e.actor_id
    where e.complaint_id = ${id}::uuid order by e.seq`);
  return rows.map((row) => ({
    seq: row.seq,
    type: row.type,
    at: new Date(row.at),
    recordedAt: new Date(row.recorded_at),
    actor: person(row.actor_id, row.actor_name),
    data: row.data,
  }));
}

/** To be masked before it leaves the process. For a case that `readCase` has shown to this actor. */
export async function readIdentity(db: Executor, vault: Vault, id: ComplaintId): Promise<Identity> {
  const [row] = await db.select().from(complaintIdentity).where(eq(complaintIdentity.complaintId, id));
  if (row === undefined) return { name: '', phone: '', email: '', address: '' };
  return openJson(vault, row, `identity:${id}`) as Identity;
}

/** The raw mail that opened the case, or null when it came otherwise or is not there for this actor. */
export async function readOriginalMail(db: Executor, vault: Vault, actor: Actor, id: string): Promise<Buffer | null> {
  const [row] = await db.execute<{ blob_sha256: string }>(sql`
    select encode(i.blob_sha256, 'hex') as blob_sha256
    from complaint k join intake_item i on i.complaint_id = k.id
    where k.id = ${id}::uuid and i.channel = 'mailbox' and i.state = 'registered' and ${visibleTo(actor)}
    order by i.received_at limit 1`);
  return row === undefined ? null : readBlob(db, vault, Buffer.from(row.blob_sha256, 'hex'));
}

export interface CaseLine {
  readonly id: ComplaintId;
  readonly number: string;
  readonly channel: Channel;
  readonly state: ComplaintState;
  readonly subject: string;
  readonly receivedAt: Date;
  readonly unit: { readonly id: UnitId; readonly code: string; readonly name: string };
  /** The earliest running clock, if one runs. */
  readonly open: {
    readonly kind: 'procedural' | 'substantive' | 'hotline';
    readonly dueOn: CivilDate;
    readonly dueAt: Date;
  } | null;
}

export interface CaseSelection {
  /** Beginning of a case number. */
  readonly number?: string | undefined;
  readonly state?: ComplaintState | undefined;
  /** Cases of this caller; compared by keyed hash. */
  readonly callerPhone?: string | undefined;
  readonly after?: { readonly receivedAt: Date; readonly id: string } | undefined;
}

/** Newest first, `limit` at most. */
export async function listCases(
  db: Executor,
  vault: Vault,
  actor: Actor,
  selection: CaseSelection,
  limit: number,
): Promise<CaseLine[]> {
  const conditions = [visibleTo(actor)];
  if (selection.number !== undefined)
    conditions.push(sql`k.number like ${`${selection.number.toUpperCase().replace(/[%_\\]/g, '\\$&')}%`}`);
  if (selection.state !== undefined) conditions.push(sql`k.state = ${selection.state}`);
  if (selection.callerPhone !== undefined) {
    const hash = vault.hash('phone', canonicalPhone(selection.callerPhone)).toString('hex');
    conditions.push(
      sql`k.id in (select complaint_id from complaint_identity where phone_hash = decode(${hash}, 'hex'))`,
    );
  }
  if (selection.after !== undefined)
    conditions.push(
      sql`(k.received_at, k.id) < (${selection.after.receivedAt.toISOString()}::timestamptz, ${selection.after.id}::uuid)`,
    );
  const rows = await db.execute<{
    id: ComplaintId;
    number: string;
    channel: Channel;
    state: ComplaintState;
    subject: string;
    received_at: string;
    unit_id: UnitId;
    unit_code: string;
    unit_name: string;
    kind: 'procedural' | 'substantive' | 'hotline' | null;
    due_on: CivilDate;
    due_at: string;
  }>(sql`
    select k.id, k.number, k.channel, k.state, k.subject, k.received_at, u.id as unit_id, u.code as unit_code,
      u.name as unit_name, c.kind, c.due_on, c.due_at
    from complaint k
    join unit u on u.id = k.handling_unit_id
    left join lateral (
      select kind, due_on, due_at from clock where complaint_id = k.id and status = 'running'
      order by due_at, kind limit 1
    ) c on true
    where ${sql.join(conditions, sql` and `)}
    order by k.received_at desc, k.id desc
    limit ${limit}`);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    channel: row.channel,
    state: row.state,
    subject: row.subject,
    receivedAt: new Date(row.received_at),
    unit: { id: row.unit_id, code: row.unit_code, name: row.unit_name },
    open: row.kind === null ? null : { kind: row.kind, dueOn: row.due_on, dueAt: new Date(row.due_at) },
  }));
}
