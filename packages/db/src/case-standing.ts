// Where a case stands beside its state, and who stands how to it. A case without a row was never moved.
import { eq, sql } from 'drizzle-orm';
import type { LockedCase, StoredStanding } from '@jieban/application/case/case-store';
import type { ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { Executor } from './connect';
import { caseStanding } from './schema/case-standing';

const UNMOVED: StoredStanding = {
  isAccepted: false,
  wasSupplementAsked: false,
  supplementDueOn: null,
  supplementAskedBy: null,
  dispatchedOn: null,
  isDesignated: false,
  suspension: null,
  innerDueOn: null,
  reopenedCount: 0,
  mergedInto: null,
  draft: null,
};

export async function readStanding(db: Executor, id: ComplaintId): Promise<StoredStanding> {
  const [row] = await db.select().from(caseStanding).where(eq(caseStanding.complaintId, id));
  if (row === undefined) return UNMOVED;
  const { suspensionPlan, suspensionReviewOn, suspensionApprovedBy, draftText, draftSubmittedBy, draftApprovedBy } =
    row;
  return {
    isAccepted: row.isAccepted,
    wasSupplementAsked: row.wasSupplementAsked,
    supplementDueOn: row.supplementDueOn,
    supplementAskedBy: row.supplementAskedBy,
    dispatchedOn: row.dispatchedOn,
    isDesignated: row.isDesignated,
    suspension:
      suspensionPlan === null || suspensionReviewOn === null || suspensionApprovedBy === null
        ? null
        : { plan: suspensionPlan, reviewOn: suspensionReviewOn, approvedBy: suspensionApprovedBy },
    innerDueOn: row.innerDueOn,
    reopenedCount: row.reopenedCount,
    mergedInto: row.mergedInto,
    draft:
      draftText === null || draftSubmittedBy === null
        ? null
        : { text: draftText, submittedBy: draftSubmittedBy, approvedBy: draftApprovedBy },
  };
}

export async function writeStanding(tx: Executor, id: ComplaintId, standing: StoredStanding): Promise<void> {
  const { suspension, draft, ...plain } = standing;
  const row = {
    ...plain,
    suspensionPlan: suspension?.plan ?? null,
    suspensionReviewOn: suspension?.reviewOn ?? null,
    suspensionApprovedBy: suspension?.approvedBy ?? null,
    draftText: draft?.text ?? null,
    draftSubmittedBy: draft?.submittedBy ?? null,
    draftApprovedBy: draft?.approvedBy ?? null,
  };
  await tx
    .insert(caseStanding)
    .values({ complaintId: id, ...row })
    .onConflictDoUpdate({ target: caseStanding.complaintId, set: row });
}

/** Receipts and digests are no letters. */
export async function readAround(db: Executor, id: ComplaintId): Promise<Pick<LockedCase, 'ownership' | 'letters'>> {
  const [row] = await db.execute<{
    handling_units: UnitId[];
    handler_id: UserId | null;
    office_id: UnitId | null;
    accuses_office: boolean;
    is_queued: boolean;
    last_sent_at: string | null;
  }>(sql`
    select k.handler_id, o.id as office_id, l.is_queued, l.last_sent_at,
      to_jsonb(array(
        with recursive t as (
          select id, parent_id from unit where id = k.handling_unit_id
          union
          select u.id, u.parent_id from unit u join t on u.id = t.parent_id
        ) select id from t)) as handling_units,
      exists (
        select from complaint_accused a where a.complaint_id = k.id and a.unit_id in (
          with recursive t as (
            select o.id, o.parent_id
            union
            select u.id, u.parent_id from unit u join t on u.id = t.parent_id
          ) select id from t)) as accuses_office
    from complaint k
    left join unit o on o.is_intake_owner
    cross join lateral (
      select coalesce(bool_or(state = 'queued'), false) as is_queued, max(sent_at) as last_sent_at
      from outgoing_mail m where m.complaint_id = k.id and m.kind not in ('receipt', 'digest')
    ) l
    where k.id = ${id}`);
  if (row === undefined) throw new Error(`Case ${id} went away while it was locked.`);
  if (row.office_id === null) throw new Error('No unit owns the intake; load units with an intake owner.');
  return {
    ownership: {
      handlingUnits: row.handling_units,
      handlerId: row.handler_id,
      officeUnitId: row.office_id,
      accusesOffice: row.accuses_office,
    },
    letters: {
      isQueued: row.is_queued,
      lastSentAt: row.last_sent_at === null ? null : new Date(row.last_sent_at),
    },
  };
}
