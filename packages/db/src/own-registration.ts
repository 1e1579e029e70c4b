// What is read out to the caller after a call was logged.
import { sql } from 'drizzle-orm';
import type { ComplaintId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { CivilDate } from '@jieban/domain/time/civil-date';
import type { Executor } from './connect';

export interface OwnRegistration {
  readonly id: ComplaintId;
  readonly number: string;
  readonly proceduralDueOn: CivilDate;
  readonly substantiveDueOn: CivilDate;
  readonly provisional: boolean;
}

/**
 * Number and due days of a case that this officer registered; null for anybody else's. It goes past the access policy
 * on purpose: an officer who takes a call against their own unit must read the number out, and from then on the case
 * is not there for them (recusal). Nothing is returned that the officer did not bring or must say.
 */
export async function readOwnRegistration(
  db: Executor,
  officerId: UserId,
  id: ComplaintId,
): Promise<OwnRegistration | null> {
  const [row] = await db.execute<{
    number: string;
    procedural_due_on: CivilDate;
    substantive_due_on: CivilDate;
    provisional: boolean;
  }>(sql`
    select k.number, p.due_on as procedural_due_on, s.due_on as substantive_due_on,
      p.provisional or s.provisional as provisional
    from complaint k
    join clock p on p.complaint_id = k.id and p.kind = 'procedural'
    join clock s on s.complaint_id = k.id and s.kind = 'substantive'
    where k.id = ${id}::uuid and k.registered_by = ${officerId}::uuid`);
  return row === undefined
    ? null
    : {
        id,
        number: row.number,
        proceduralDueOn: row.procedural_due_on,
        substantiveDueOn: row.substantive_due_on,
        provisional: row.provisional,
      };
}
