// One move of a case, in the caller's transaction: the only place where the state of a case changes (I9).
import type { CreditLostReason, ExtendedEvent, MetEvent } from '@jieban/domain/clock/clock-events';
import { checkTransition, type AllowedTransition } from '@jieban/domain/complaint/check-transition';
import type { Move } from '@jieban/domain/complaint/moves';
import type { Mover } from '@jieban/domain/complaint/taken-by';
import type { MoveInput } from '@jieban/domain/complaint/transition-facts';
import type { ClockKind, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import { civilDateOf, type CivilDate } from '@jieban/domain/time/civil-date';
import { changeClocks } from '../clock/change-clocks';
import type { ClockRules } from '../clock/clock-rules';
import type { Stores } from '../unit-of-work';
import type { LockedCase } from './case-store';
import { clockChangesOf } from './clock-changes-of-move';
import { judgeStanding, readClockStates, type ClockStates } from './judge-standing';
import { movedEvent } from './moved-event';
import { standingAfter } from './standing-after';

export interface TakenMove {
  readonly move: Move;
  readonly mover: Mover;
  readonly input: MoveInput;
  /** The letter or record that the move is about; required with `input.letter`. */
  readonly letter?: LetterOfTakenMove;
  /** Who gets the case, where the move hands it to a unit or a handler. */
  readonly handTo?: { readonly unitId: UnitId; readonly handlerId: UserId | null };
  /** Made by `decideExtension`. */
  readonly extension?: ExtendedEvent;
  /** The day on which the supplement came; today without it. */
  readonly suppliedOn?: CivilDate;
  /** The final reply as it is submitted, where no letter holds it. */
  readonly draft?: string;
  /** Added to the history event: ids, codes and dates, and the officer's own words. Nothing of a person. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

export interface LetterOfTakenMove {
  /** Of the letter, or of the record of a phone reply. */
  readonly id: string;
  /** When it left through its channel (proof), or when the bounce came (take-back). */
  readonly at: Date;
  /** For a take-back. */
  readonly lostBecause?: CreditLostReason;
  /** For a take-back: another letter that is proven as well keeps the clock met, by its own instant. */
  readonly stillProvenBy?: Readonly<Partial<Record<ClockKind, Omit<MetEvent, 'type'>>>>;
}

export type MoveStores = Pick<Stores, 'cases' | 'clocks' | 'history'>;

/**
 * The case was locked by `stores.cases.lock` in this transaction. Writes the new state and standing, the clocks' events
 * and one `case.moved`. What the move needs beside (a request, a letter) is the caller's own.
 * @throws TransitionRefused
 */
export async function applyMove(
  rules: ClockRules,
  stores: MoveStores,
  found: LockedCase,
  taken: TakenMove,
  now: Date,
): Promise<AllowedTransition> {
  const { verdict, clocks } = await judgeMove(rules, stores, found, taken, now);
  const today = civilDateOf(now);
  await stores.cases.settle(found.id, verdict.to, standingAfter(found.standing, verdict, taken, today));
  const handTo = handoverOf(found, taken);
  if (handTo !== null) await stores.cases.assign(found.id, handTo.unitId, handTo.handlerId);
  const changes = clockChangesOf(verdict, taken, { found, clocks, now, today });
  await changeClocks(rules, stores, found.id, changes, now);
  await stores.history.append([movedEvent(found.id, verdict, taken, handTo, now)]);
  return verdict;
}

/** Whether the move may be taken; changes nothing. @throws TransitionRefused */
export async function judgeMove(
  rules: ClockRules,
  stores: Pick<Stores, 'clocks'>,
  found: LockedCase,
  { move, mover, input }: TakenMove,
  now: Date,
): Promise<{ readonly verdict: AllowedTransition; readonly clocks: ClockStates }> {
  const clocks = await readClockStates(stores.clocks, found.id, rules.calendars);
  const standing = judgeStanding(found, clocks, now);
  const facts = { today: civilDateOf(now), calendar: rules.calendar, mover, standing, input };
  const verdict = checkTransition(found.state, move, facts);
  if (!verdict.allowed) throw verdict.error;
  return { verdict, clocks };
}

/** A handler who signs for a case that nobody was named for takes it on. */
function handoverOf(found: LockedCase, { move, mover, handTo }: TakenMove): NonNullable<TakenMove['handTo']> | null {
  if (handTo !== undefined) return handTo;
  if (move !== 'sign' || mover === 'system' || mover.actor.role !== 'handler') return null;
  if (found.ownership.handlerId !== null || mover.actor.unitId !== found.handlingUnitId) return null;
  return { unitId: found.handlingUnitId, handlerId: mover.actor.userId };
}
