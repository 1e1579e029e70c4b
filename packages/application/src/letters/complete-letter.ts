// Officer's words and the case's own facts to the fields of a letter: what is typed by hand and what never is.
import { foldClock } from '@jieban/domain/clock/fold-clock';
import type { ClockHistory } from '@jieban/domain/clock/clock-events';
import type { CalendarsByVersion, ClockState } from '@jieban/domain/clock/clock-state';
import type { ClockKind } from '@jieban/domain/complaint/vocabulary';
import type { CommonFields, LetterFields } from '@jieban/domain/letters/letter-fields';
import type { LetterKind } from '@jieban/domain/letters/letter-kinds';
import { civilDateOf, type CivilDate } from '@jieban/domain/time/civil-date';
import type { EntriesOf, LetterEntries } from './letter-entries';
import type { LetterHouse } from './letter-deps';
import type { CaseOfLetter } from './letter-store';

export interface CompleteLetter {
  readonly kind: LetterKind;
  readonly fields: LetterFields;
}

export interface CompletionFacts {
  readonly house: LetterHouse;
  readonly found: CaseOfLetter;
  readonly clocks: readonly ClockHistory[];
  readonly calendars: CalendarsByVersion;
}

/** Null until the letter is issued. */
export interface NumberAndDay {
  readonly documentNumber: string | null;
  readonly issuedOn: CivilDate | null;
}

export function completeLetter(entries: LetterEntries, facts: CompletionFacts, given: NumberAndDay): CompleteLetter {
  const common = { ...commonFields(facts), ...given };
  const { kind } = entries;
  switch (kind) {
    case 'acceptance': {
      const { dueOn, provisional } = clockOf(facts, 'substantive');
      return { kind, fields: { ...common, ...entries, substantiveDueOn: dueOn, isProvisional: provisional } };
    }
    case 'transfer': {
      const { unitId } = entries.receiver;
      // To a unit of our own the promise stays ours, and the letter says until when (DOMAIN §1.2, step 9).
      const isBelow = unitId !== null && facts.found.unitIdsBelow.includes(unitId);
      const substantiveDueOn = isBelow ? clockOf(facts, 'substantive').dueOn : null;
      return { kind, fields: { ...common, ...entries, substantiveDueOn } };
    }
    case 'extension':
      return { kind, fields: { ...common, ...entries, ...extensionDays(entries, facts) } };
    case 'urging':
      return { kind, fields: { ...common, ...entries, dueOn: clockOf(facts, entries.clock).dueOn } };
    case 'rejection':
    case 'supplement':
    case 'reply':
    case 'dispatch-slip':
    case 'supervision':
      return { kind, fields: { ...common, ...entries } };
  }
}

function commonFields({ house, found }: CompletionFacts): Omit<CommonFields, 'subject' | keyof NumberAndDay> {
  return {
    caseNumber: found.number,
    receivedOn: civilDateOf(found.receivedAt),
    receivedThrough: found.channel,
    organ: house.organ,
    phone: house.phone,
  };
}

function clockOf({ found }: CompletionFacts, kind: ClockKind) {
  const clock = found.clocks.find((each) => each.kind === kind);
  if (clock === undefined) throw new Error(`Case ${found.number} has no ${kind} clock.`);
  return clock;
}

/** As granted, or as they would be if it were granted: the letter is signed before the leader's word moves the clock. */
function extensionDays(
  entries: EntriesOf<'extension'>,
  facts: CompletionFacts,
): { readonly originalDueOn: CivilDate; readonly newDueOn: CivilDate; readonly isProvisional: boolean } {
  const clock = facts.clocks.find((each) => each.kind === 'substantive');
  if (clock === undefined) throw new Error(`Case ${facts.found.number} has no substantive clock.`);
  const asItIs = foldClock('substantive', clock.events, facts.calendars);
  const state = asItIs.extensionDays > 0 ? asItIs : extendedBy(entries.extensionDays, asItIs, clock, facts.calendars);
  return {
    originalDueOn: state.originalDueOn,
    newDueOn: state.deadline.dueOn,
    isProvisional: state.deadline.provisional,
  };
}

function extendedBy(
  days: number,
  state: ClockState,
  { events }: ClockHistory,
  calendars: CalendarsByVersion,
): ClockState {
  if (state.status !== 'running' || days < 1 || days > 30) return state;
  const asked = state.receivedAt;
  const by = { reason: '-', requestedBy: 'asks' as never, approvedBy: 'approves' as never };
  const event = { type: 'extended' as const, days, ...by, requestedAt: asked, approvedAt: asked };
  return foldClock('substantive', [...events, event], calendars);
}
