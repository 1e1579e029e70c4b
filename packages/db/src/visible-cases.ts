// Authorization is in the query: every read of cases for a person starts with this condition.
// A role reaches all units or its own with those below it; whoever is accused, or works in an accused unit or below
// one, gets no row at all, whatever the role (recusal: DOMAIN §8.11, 信访工作条例30(3)).
import { sql, type SQL } from 'drizzle-orm';
import { caseScopeOf } from '@jieban/domain/access/case-scope';
import type { Actor } from '@jieban/domain/access/permissions';

/**
 * A condition on the alias `k` of table complaint.
 * NOT EXISTS and not NOT IN for the accused: for a page PostgreSQL then asks case by case whom it accuses, by primary
 * key, and for a count it still hashes the accused once. NOT IN always gathers everything that was ever said of the
 * actor's units first, which grows with the register however short the page is.
 * NOT IN for a declared interest (回避), which shuts out its own declarer until it is decided that there is none: an
 * officer declares few in a career, gathered once by index. Case by case it cost a count one look for each clock, even
 * into an empty table.
 */
export function visibleTo(actor: Actor): SQL {
  return sql`(${inScope(actor)} and not exists (
    select from complaint_accused a
    where a.complaint_id = k.id and (a.user_id = ${actor.userId}
      or a.unit_id in (${unitsFrom(actor.unitId, 'up')})))
    and k.id not in (
    select i.complaint_id from declared_interest i
    where i.user_id = ${actor.userId} and i.decision is distinct from 'no-interest'))`;
}

function inScope(actor: Actor): SQL {
  return caseScopeOf(actor.role) === 'all-units'
    ? sql`true`
    : sql`k.handling_unit_id in (${unitsFrom(actor.unitId, 'down')})`;
}

/** The unit with all units above (`up`) or below (`down`) it, as a sub-select of ids. */
export function unitsFrom(unitId: string, direction: 'up' | 'down'): SQL {
  const step = direction === 'up' ? sql`u.id = t.parent_id` : sql`u.parent_id = t.id`;
  return sql`
    with recursive t as (
      select id, parent_id from unit where id = ${unitId}::uuid
      union
      select u.id, u.parent_id from unit u join t on ${step}
    ) select id from t`;
}
