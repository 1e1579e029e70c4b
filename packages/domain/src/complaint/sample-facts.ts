// For tests: a case and an officer of whom everything is true that the move could ask for. A test then takes one thing
// away and sees what happens.
import type { ReplyProofKind } from '../clock/clock-events';
import { PUBLISHED_CALENDAR } from '../deadline/published-calendar';
import { civilDate } from '../time/civil-date';
import type { Move } from './moves';
import { isFulfilled, type Requirement } from './requirements';
import type { Mover, TakenBy } from './taken-by';
import type { CaseStanding, MoveInput, TransitionFacts } from './transition-facts';
import { findTransition } from './transitions';
import type { ComplaintId, ComplaintState, UnitId, UserId } from './vocabulary';

/** A Monday after which nothing is off for a while. */
export const TODAY = civilDate('2024-05-20');

export const ACTOR_ID = 'user-who-moves' as UserId;
const OWN_UNIT = 'unit-handling' as UnitId;

export const STANDING: CaseStanding = {
  id: 'case' as ComplaintId,
  handlingUnitId: OWN_UNIT,
  isAccepted: false,
  wasSupplementAsked: false,
  supplementDueOn: civilDate('2024-05-17'),
  dispatchedOn: civilDate('2024-05-17'),
  isDesignated: false,
  clocks: { procedural: 'met', substantive: 'met', hotline: 'not-started' },
  isLetterUnderWay: false,
};

export const INPUT: MoveInput = {
  reason: '理由',
  plan: '方案',
  reviewOn: civilDate('2024-06-20'),
  toldComplainant: '5月20日电话告知',
  receiver: { unitId: 'unit-other' as UnitId, isAccused: false },
  declaresNoInterest: true,
  requestedBy: 'user-who-asks' as UserId,
  mainCase: { id: 'first-case' as ComplaintId, state: 'handling' },
  innerDueOn: civilDate('2024-06-03'),
  supplementDueOn: civilDate('2024-06-03'),
  hasDraftReply: true,
};

export function moverOf(takenBy: TakenBy | undefined): Mover {
  if (takenBy === undefined || takenBy === 'system') return 'system';
  return {
    actor: { userId: ACTOR_ID, role: takenBy.role, unitId: OWN_UNIT },
    relations: [takenBy.relation],
  };
}

/** A mover other than the system where the row knows one, and the first letter that it names. */
export function factsFor(state: ComplaintState, move: Move, proof: ReplyProofKind | null = 'letter'): TransitionFacts {
  const row = findTransition(state, move);
  const kind = row?.letter?.kinds[0];
  return {
    today: TODAY,
    calendar: PUBLISHED_CALENDAR,
    mover: moverOf(row?.takenBy.find((one) => one !== 'system')),
    standing: STANDING,
    input: kind === undefined ? INPUT : { ...INPUT, letter: { kind, isSignedOff: true, proof } },
  };
}

/** Each thing a move can need, taken away. */
const WITHOUT: Readonly<
  Record<Requirement, { readonly standing?: Partial<CaseStanding>; readonly input?: Partial<MoveInput> }>
> = {
  reason: { input: { reason: '  ' } },
  plan: { input: { plan: '' } },
  'review-day': { input: { reviewOn: TODAY } },
  'complainant-told': { input: { toldComplainant: '' } },
  receiver: {},
  'receiver-not-accused': { input: { receiver: { unitId: 'unit-other' as UnitId, isAccused: true } } },
  'other-unit': { input: { receiver: { unitId: OWN_UNIT, isAccused: false } } },
  'no-interest': { input: { declaresNoInterest: false } },
  'asked-by-another': { input: { requestedBy: ACTOR_ID } },
  'main-case': { input: { mainCase: { id: 'first-case' as ComplaintId, state: 'merged' } } },
  'inner-due-day': { input: { innerDueOn: TODAY } },
  'supplement-due-day': { input: { supplementDueOn: TODAY } },
  'draft-reply': { input: { hasDraftReply: false } },
  'not-accepted': { standing: { isAccepted: true } },
  'not-asked-before': { standing: { wasSupplementAsked: true } },
  'supplement-overdue': { standing: { supplementDueOn: TODAY } },
  'within-return-days': { standing: { dispatchedOn: civilDate('2024-05-15') } },
  'not-designated': { standing: { isDesignated: true } },
  'procedural-met': { standing: { clocks: { ...STANDING.clocks, procedural: 'running' } } },
  answered: { standing: { clocks: { ...STANDING.clocks, substantive: 'running' } } },
  'nothing-under-way': { standing: { clocks: { ...STANDING.clocks, hotline: 'running' } } },
};

export function without(facts: TransitionFacts, requirement: Requirement): TransitionFacts {
  const { standing, input } = WITHOUT[requirement];
  const less = { ...facts.input, ...input };
  if (requirement === 'receiver') delete (less as { receiver?: unknown }).receiver;
  const lacking = { ...facts, standing: { ...facts.standing, ...standing }, input: less };
  if (isFulfilled(requirement, lacking)) throw new Error(`${requirement} is still fulfilled: correct the sample.`);
  return lacking;
}
