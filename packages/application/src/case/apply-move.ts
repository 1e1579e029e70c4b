// One move of a case, in the caller's transaction: the only place where the state of a case changes (I9).
import type { CalendarsByVersion } from '@jieban/domain/clock/clock-state';
import type { CreditLostReason, ExtendedEvent, MetEvent } from '@jieban/domain/clock/clock-events';
import type { Move } from '@jieban/domain/complaint/moves';
import type { Mover } from '@jieban/domain/complaint/taken-by';
import type { MoveInput } from '@jieban/domain/complaint/transition-facts';
import type { AllowedTransition } from '@jieban/domain/complaint/check-transition';
import type { ClockKind, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { WorkingCalendar } from '@jieban/domain/deadline/working-calendar';
import type { EscalationLadder } from '@jieban/domain/escalation/ladder';
import type { CivilDate } from '@jieban/domain/time/civil-date';
import type { Stores } from '../unit-of-work';
import type { LockedCase } from './case-store';

export interface MoveDeps {
  readonly ladder: EscalationLadder;
  /** The one that the sweeps count by. */
  readonly calendar: WorkingCalendar;
  readonly calendars: CalendarsByVersion;
}

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

/**
 * The case was locked by `stores.cases.lock` in this transaction. Writes the new state and standing, the clocks' events
 * and one `case.moved`. What the move needs beside (a request, a letter) is the caller's own.
 * @throws TransitionRefused
 */
export type ApplyMove = (
  deps: MoveDeps,
  stores: Pick<Stores, 'cases' | 'history'>,
  found: LockedCase,
  taken: TakenMove,
  now: Date,
) => Promise<AllowedTransition>;
