// Which cases are worth comparing with one: few, chosen by index, and none that the reader may not see. The comparing
// itself needs words and is not the database's work.
import { sql, type SQL } from 'drizzle-orm';
import type {
  CandidateSearch,
  ComparableCase,
  SimilarCandidate,
  SimilarCaseStore,
} from '@jieban/application/classification/similar-case-store';
import type { Actor } from '@jieban/domain/access/permissions';
import type { IdentityKey } from '@jieban/domain/classification/same-person';
import { COMPARED_CHARACTERS } from '@jieban/domain/classification/text-likeness';
import { isOpenState } from '@jieban/domain/complaint/states';
import {
  COMPLAINT_STATES,
  type Channel,
  type ComplaintId,
  type ComplaintState,
  type UnitId,
} from '@jieban/domain/complaint/vocabulary';
import { canonicalPhone } from '@jieban/domain/identity/mask';
import type { Executor } from './connect';
import { hexOf, textArray } from './json-rows';
import type { Vault } from './vault';
import { visibleTo } from './visible-cases';

/** Of each kind of candidate, so that one that is everywhere leaves room for the others. */
const SAME_PERSON = 50;
const SAME_ACCUSED_UNIT = 60;
const SAME_DISTRICT = 40;

export function similarCaseStore(db: Executor, vault: Vault): SimilarCaseStore {
  return {
    async readComparable(actor, id) {
      const [row] = await db.execute<ComparableRow>(sql`
        select ${COMPARED_COLUMNS} from complaint k left join complaint_identity i on i.complaint_id = k.id
        where k.id = ${id}::uuid and ${visibleTo(actor)}`);
      return row === undefined ? null : comparableOf(row);
    },

    keysOfPhone(phone) {
      const canonical = canonicalPhone(phone);
      return canonical === '' ? [] : [{ kind: 'phone', hash: hexOf(vault.hash('phone', canonical)) }];
    },

    async candidates(actor, search) {
      const rows = await db.execute<CandidateRow>(sql`
        with found as (${sql.join(groupsOf(actor, search), sql` union all `)}),
          chosen as (select id, min(rank) as rank from found group by id)
        select ${COMPARED_COLUMNS}, k.number, k.channel, k.state, u.id as unit_id, u.code as unit_code,
          u.name as unit_name
        from chosen c join complaint k on k.id = c.id join unit u on u.id = k.handling_unit_id
          left join complaint_identity i on i.complaint_id = k.id
        order by c.rank, abs(extract(epoch from k.received_at - ${search.near.receivedAt.toISOString()}::timestamptz)),
          k.id
        limit ${search.most}`);
      return rows.map(candidateOf);
    },
  };
}

/** Each a bounded select of `(id, rank)`; what stands in more than one group counts where it ranks first. */
function groupsOf(actor: Actor, { near, district, days, openOnly, most }: CandidateSearch): SQL[] {
  const isCandidate = sql`k.id is distinct from ${near.id}::uuid and ${visibleTo(actor)}${
    openOnly ? sql` and k.state = any (${textArray(OPEN_STATES)})` : sql``
  }`;
  const at = sql`${near.receivedAt.toISOString()}::timestamptz`;
  const groups = [
    sql`(select k.id, 4 as rank from complaint k
      where k.received_at <= ${at} and k.received_at > ${at} - make_interval(days => ${days}) and ${isCandidate}
      order by k.received_at desc, k.id desc limit ${most})`,
    sql`(select k.id, 4 as rank from complaint k
      where k.received_at > ${at} and k.received_at < ${at} + make_interval(days => ${days}) and ${isCandidate}
      order by k.received_at, k.id limit ${most})`,
  ];
  const hashOf = (kind: IdentityKey['kind']) => near.keys.find((key) => key.kind === kind)?.hash;
  const persons = [
    ['phone_hash', hashOf('phone')],
    ['email_hash', hashOf('mailbox')],
  ] as const;
  for (const [column, hash] of persons) {
    if (hash === undefined) continue;
    groups.push(sql`(select k.id, 1 as rank from complaint_identity i join complaint k on k.id = i.complaint_id
      where i.${sql.raw(column)} = decode(${hash}, 'hex') and ${isCandidate}
      order by k.id desc limit ${SAME_PERSON})`);
  }
  for (const unitId of near.accusedUnitIds)
    groups.push(sql`(select k.id, 2 as rank from complaint_accused b join complaint k on k.id = b.complaint_id
      where b.unit_id = ${unitId}::uuid and ${isCandidate}
      order by b.complaint_id desc limit ${SAME_ACCUSED_UNIT})`);
  if (district !== null)
    groups.push(sql`(select k.id, 3 as rank from complaint_classification d join complaint k on k.id = d.complaint_id
      where d.district = ${district} and ${isCandidate} and not exists (
        select from complaint_classification n where n.complaint_id = d.complaint_id and n.version > d.version)
      order by d.complaint_id desc limit ${SAME_DISTRICT})`);
  return groups;
}

const OPEN_STATES = COMPLAINT_STATES.filter(isOpenState);

const COMPARED_COLUMNS = sql`k.id, k.received_at, k.subject, k.place, left(k.demand, ${COMPARED_CHARACTERS}) as demand,
  left(k.content, ${COMPARED_CHARACTERS}) as content, encode(i.phone_hash, 'hex') as phone_hash,
  encode(i.email_hash, 'hex') as email_hash,
  array_to_string(array(select distinct b.unit_id from complaint_accused b
    where b.complaint_id = k.id and b.unit_id is not null), ',') as accused_unit_ids`;

interface ComparableRow extends Record<string, unknown> {
  readonly id: ComplaintId;
  readonly received_at: string;
  readonly subject: string;
  readonly place: string;
  readonly demand: string;
  readonly content: string;
  readonly phone_hash: string | null;
  readonly email_hash: string | null;
  readonly accused_unit_ids: string;
}

interface CandidateRow extends ComparableRow {
  readonly number: string;
  readonly channel: Channel;
  readonly state: ComplaintState;
  readonly unit_id: UnitId;
  readonly unit_code: string;
  readonly unit_name: string;
}

function comparableOf(row: ComparableRow): ComparableCase & { readonly id: ComplaintId } {
  const keys: IdentityKey[] = [];
  if (row.phone_hash !== null) keys.push({ kind: 'phone', hash: row.phone_hash });
  if (row.email_hash !== null) keys.push({ kind: 'mailbox', hash: row.email_hash });
  return {
    id: row.id,
    receivedAt: new Date(row.received_at),
    text: { subject: row.subject, place: row.place, demand: row.demand, content: row.content },
    accusedUnitIds: row.accused_unit_ids === '' ? [] : (row.accused_unit_ids.split(',') as UnitId[]),
    keys,
  };
}

function candidateOf(row: CandidateRow): SimilarCandidate {
  return {
    ...comparableOf(row),
    number: row.number,
    subject: row.subject,
    channel: row.channel,
    state: row.state,
    unit: { id: row.unit_id, code: row.unit_code, name: row.unit_name },
  };
}
