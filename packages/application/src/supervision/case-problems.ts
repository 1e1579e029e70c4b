// What stands against an order, for all its cases at once, each problem behind the number of its case. The paper itself
// is checked like every letter inside the administration: it goes to nobody accused and shows nobody who complained.
import type { WorkingCalendar } from '@jieban/domain/deadline/working-calendar';
import { checkLetter } from '@jieban/domain/letters/check-letter';
import { issueProblems } from '@jieban/domain/supervision/check-issue';
import { orderLetterFields, type Letterhead } from '@jieban/domain/supervision/order-letter';
import { civilDateOf } from '@jieban/domain/time/civil-date';
import type { LockedCase } from '../case/case-store';
import type { Stores } from '../unit-of-work';
import { identityWordsOf } from './identity-words';
import type { OrderToIssue } from './order-to-issue';
import type { CaseUnderOrder, NewOrderCase } from './supervision-store';

/** Given when the order is issued, or a setting of the house: neither is the supervisor's to mend. */
const NOT_THEIRS = new Set(['documentNumber', 'phone', 'organ']);

export async function caseProblems(
  deps: { readonly calendar: WorkingCalendar; readonly letterhead: Letterhead },
  stores: Pick<Stores, 'cases'>,
  wanted: OrderToIssue,
  cases: readonly { readonly found: CaseUnderOrder; readonly line: NewOrderCase }[],
  locked: ReadonlyMap<string, LockedCase>,
  now: Date,
): Promise<string[]> {
  // The words go to every unit on the order, so nobody of all its cases may stand in them.
  const identityWords = await identityWordsOf(
    stores,
    cases.map(({ found }) => found.complaintId),
  );
  const problems: string[] = [];
  for (const { found, line } of cases) {
    const state = locked.get(found.complaintId)?.state;
    if (state === undefined) throw new Error(`Case ${found.complaintId} is on the order and was not locked.`);
    const isUnitAccused = await stores.cases.isAccused(found.complaintId, found.handlingUnitId, null);
    const against = issueProblems(wanted.kind, { state, open: found.open, isUnitAccused }, now);
    if (against.length === 0) against.push(...paperProblems(deps, wanted, found, line, identityWords, now));
    problems.push(...against.map((problem) => `${found.number}:${problem}`));
  }
  return problems;
}

function paperProblems(
  deps: { readonly calendar: WorkingCalendar; readonly letterhead: Letterhead },
  wanted: OrderToIssue,
  found: CaseUnderOrder,
  line: NewOrderCase,
  identityWords: readonly string[],
  now: Date,
): string[] {
  const fields = orderLetterFields(
    {
      kind: wanted.kind,
      number: null,
      issuedOn: civilDateOf(now),
      reason: wanted.reason,
      instruction: wanted.instruction,
      case: {
        number: found.number,
        channel: found.channel,
        receivedAt: found.receivedAt,
        unit: { id: found.handlingUnitId, name: found.handlingUnitName },
        urged: line.urged,
        answerBy: line.answerBy,
      },
    },
    deps.letterhead,
    deps.calendar,
  );
  const { accusedNames } = found;
  // That the unit is not accused was asked of the database, which knows the units above it; here its name is compared.
  const facts = { accusedUnitIds: [], accusedNames, identityWords, pointCount: 0, wasSupplementAsked: false };
  return checkLetter(wanted.kind, fields, facts)
    .filter(({ field }) => !NOT_THEIRS.has(field))
    .map(({ message }) => message);
}
