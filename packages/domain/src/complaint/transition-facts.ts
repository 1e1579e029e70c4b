// What has to be known to judge a move: the case as it stands, and what the officer brings along.
import type { ReplyProofKind } from '../clock/clock-events';
import type { ClockStanding } from '../clock/clock-takes';
import type { WorkingCalendar } from '../deadline/working-calendar';
import type { CivilDate } from '../time/civil-date';
import type { LetterKind } from '../letters/letter-kinds';
import type { Mover } from './taken-by';
import type { ClockKind, ComplaintId, ComplaintState, UnitId, UserId } from './vocabulary';

export interface CaseStanding {
  readonly id: ComplaintId;
  readonly handlingUnitId: UnitId;
  /** Acceptance was decided once; it outlives a return, a redo and a merge that is undone. */
  readonly isAccepted: boolean;
  readonly wasSupplementAsked: boolean;
  /** The last day that the notice gave the complainant; null when none was sent. */
  readonly supplementDueOn: CivilDate | null;
  /** Of the latest dispatch, reassignment or designation. */
  readonly dispatchedOn: CivilDate | null;
  /** The latest dispatch was a designation (指定承办). */
  readonly isDesignated: boolean;
  /** `not-started`: the case has no such clock; only the hotline's can be missing. */
  readonly clocks: Readonly<Record<ClockKind, ClockStanding>>;
  /** A letter is on its way, or was sent so lately that a bounce can still come. */
  readonly isLetterUnderWay: boolean;
}

/** Blank text counts as not given. */
export interface MoveInput {
  readonly reason?: string;
  /** How the obstacle is to be overcome. */
  readonly plan?: string;
  readonly reviewOn?: CivilDate;
  /** When and how the complainant was told, where no letter is prescribed. */
  readonly toldComplainant?: string;
  /** The unit, body or officer that gets the case; `unitId` is null for a body outside and for a person. */
  readonly receiver?: { readonly unitId: UnitId | null; readonly isAccused: boolean };
  /** The signer declares that no interest in the case calls for recusal (回避). */
  readonly declaresNoInterest?: boolean;
  /** Who asked for what is being approved. */
  readonly requestedBy?: UserId;
  readonly mainCase?: { readonly id: ComplaintId; readonly state: ComplaintState };
  /** Until when a case that is handled again has to be answered. */
  readonly innerDueOn?: CivilDate;
  /** Until when the complainant may answer a supplement notice. */
  readonly supplementDueOn?: CivilDate;
  readonly hasDraftReply?: boolean;
  /** `isSignedOff`: through its whole chain. `proof` is null until the sending is proven. */
  readonly letter?: { readonly kind: LetterKind; readonly isSignedOff: boolean; readonly proof: ReplyProofKind | null };
}

export interface TransitionFacts {
  readonly today: CivilDate;
  readonly calendar: WorkingCalendar;
  readonly mover: Mover;
  readonly standing: CaseStanding;
  readonly input: MoveInput;
}
