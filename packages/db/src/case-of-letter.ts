// What a letter has to know of its case: whom it is told to, whom it must not name, and by when what was promised.
import { sql } from 'drizzle-orm';
import type { ClockStatus } from '@jieban/domain/clock/clock-state';
import type { CaseOfLetter } from '@jieban/application/letters/letter-store';
import type { Actor } from '@jieban/domain/access/permissions';
import type { Channel, ClockKind, ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { CivilDate } from '@jieban/domain/time/civil-date';
import { readBlob } from './blobs';
import { readIdentity } from './case-queries';
import type { Executor } from './connect';
import type { Vault } from './vault';
import { visibleTo } from './visible-cases';

interface CaseRow extends Record<string, unknown> {
  readonly number: string;
  readonly channel: Channel;
  readonly received_at: string;
  readonly content: string;
  readonly demand: string;
  readonly handling_unit_id: UnitId;
  readonly handler_id: UserId | null;
  readonly accused_unit_ids: UnitId[];
  readonly accused_names: string[];
  readonly units_below: UnitId[];
  readonly clocks: { kind: ClockKind; due_on: CivilDate; provisional: boolean; status: ClockStatus }[];
}

export async function readCaseOfLetter(
  tx: Executor,
  vault: Vault,
  actor: Actor | 'anybody',
  id: ComplaintId,
): Promise<CaseOfLetter | null> {
  const [row] = await tx.execute<CaseRow>(sql`
    with recursive shut_out as (
      select a.unit_id as id from complaint_accused a where a.complaint_id = ${id} and a.unit_id is not null
      union
      select u.id from unit u join shut_out s on u.parent_id = s.id
    )
    select k.number, k.channel, k.received_at, k.content, k.demand, k.handling_unit_id, k.handler_id,
      to_jsonb(array(select id from shut_out)) as accused_unit_ids,
      to_jsonb(array(
        select a.text from complaint_accused a where a.complaint_id = k.id
        union select u.name from unit u where u.id in (select id from shut_out)
        union select unnest(u.aliases) from unit u where u.id in (select id from shut_out)
        union select p.display_name from complaint_accused a join app_user p on p.id = a.user_id
          where a.complaint_id = k.id)) as accused_names,
      to_jsonb(array(select id from unit where parent_id is not null)) as units_below,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'due_on', c.due_on, 'provisional', c.provisional,
        'status', c.status)), '[]') from clock c where c.complaint_id = k.id) as clocks
    from complaint k
    where k.id = ${id}::uuid and ${actor === 'anybody' ? sql`true` : visibleTo(actor)}`);
  if (row === undefined) return null;
  return {
    number: row.number,
    channel: row.channel,
    receivedAt: new Date(row.received_at),
    content: row.content,
    demand: row.demand,
    handlingUnitId: row.handling_unit_id,
    handlerId: row.handler_id,
    accusedUnitIds: row.accused_unit_ids,
    accusedNames: row.accused_names,
    identity: await readIdentity(tx, vault, id),
    clocks: row.clocks.map(({ kind, due_on: dueOn, provisional, status }) => ({
      kind,
      dueOn,
      provisional,
      isOpen: status === 'running' || status === 'paused',
    })),
    unitIdsBelow: row.units_below,
  };
}

export async function readOpeningMail(tx: Executor, vault: Vault, id: ComplaintId): Promise<Buffer | null> {
  const [row] = await tx.execute<{ sha256: string }>(sql`
    select encode(blob_sha256, 'hex') as sha256 from intake_item
    where complaint_id = ${id}::uuid and channel = 'mailbox' and state = 'registered' and blob_sha256 is not null
    order by received_at limit 1`);
  return row === undefined ? null : readBlob(tx, vault, Buffer.from(row.sha256, 'hex'));
}
