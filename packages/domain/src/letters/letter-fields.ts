// What each letter says that no other text can know. A draft may lack things: a text is then '', a day null, a list
// empty; `checkLetter` names what is missing. Days that the clocks computed are never typed by hand and never missing.
import type { Channel, ClockKind, UnitId } from '../complaint/vocabulary';
import type { CivilDate } from '../time/civil-date';
import type { RemedyNotice } from './remedies';
import type { LetterKind } from './letter-kinds';

/** The head that all letters share (DOMAIN §3). */
export interface CommonFields {
  /** 文号; null until the letter is issued, so that numbers have no gaps. */
  readonly documentNumber: string | null;
  /** 编号 of the case. */
  readonly caseNumber: string;
  readonly receivedOn: CivilDate;
  readonly receivedThrough: Channel;
  /** 事由 in neutral words: names neither who tells nor who is accused. */
  readonly subject: string;
  /** 落款机关. */
  readonly organ: string;
  /** Null until the letter is issued. */
  readonly issuedOn: CivilDate | null;
  readonly phone: string;
}

export interface ComplainantFields extends CommonFields {
  /** 称谓, without the colon. */
  readonly salutation: string;
}

export interface Receiver {
  readonly name: string;
  /** Null for a body outside the register of units. */
  readonly unitId: UnitId | null;
}

export interface UnitFields extends CommonFields {
  readonly receiver: Receiver;
}

export interface AcceptanceFields extends ComplainantFields {
  readonly acceptedOn: CivilDate | null;
  /** A unit, not a person. */
  readonly handlingUnit: Receiver;
  readonly substantiveDueOn: CivilDate;
  /** The day lies beyond the published holiday calendar and may still move (暂定). */
  readonly isProvisional: boolean;
  readonly enquiry: string;
  readonly howToSupplement: string;
}

/** Another body that may take the matter. */
export interface OtherChannel {
  readonly organ: string;
  /** Empty when unknown. */
  readonly phone: string;
}

export interface RejectionFields extends ComplainantFields {
  readonly reasons: readonly string[];
  /** Each with its article. */
  readonly basis: readonly string[];
  readonly otherChannels: readonly OtherChannel[];
  /** How to object to this decision. */
  readonly objection: string;
  /** Chosen by the legal reviewer; null while undecided, empty when there is none. */
  readonly remedies: readonly RemedyNotice[] | null;
}

export interface TransferFields extends ComplainantFields {
  readonly receiver: Receiver;
  /** Empty when unknown. */
  readonly receiverPhone: string;
  readonly transferredOn: CivilDate | null;
  /** Material leaves the house redacted or not at all. */
  readonly materials: 'redacted' | 'none';
  /** The city's own clock, which goes on when the receiver is its own subordinate; null for a body outside. */
  readonly substantiveDueOn: CivilDate | null;
}

export interface MissingItem {
  readonly what: string;
  readonly why: string;
}

export interface SupplementFields extends ComplainantFields {
  readonly items: readonly MissingItem[];
  readonly respondBy: CivilDate | null;
  readonly howToSupplement: string;
  /** What happens when nothing comes. */
  readonly otherwise: 'handled-as-known' | 'deemed-withdrawn';
}

export interface ExtensionFields extends ComplainantFields {
  readonly originalDueOn: CivilDate;
  readonly newDueOn: CivilDate;
  readonly extensionDays: number;
  readonly isProvisional: boolean;
  readonly reasons: readonly string[];
  readonly approvedOn: CivilDate | null;
}

/** The answer to one numbered point of the complaint. */
export interface AnsweredPoint {
  /** The number that the point has in the complaint, from 1. */
  readonly number: number;
  readonly matter: string;
  readonly inquiry: string;
  readonly facts: string;
  readonly basis: string;
  readonly handling: string;
  /** 整改; empty when nothing had to be mended. */
  readonly rectification: string;
}

export interface ReplyFields extends ComplainantFields {
  readonly points: readonly AnsweredPoint[];
  /** The answer is kept to what confidentiality allows (third-party or anonymous 举报). */
  readonly isDisclosureLimited: boolean;
  /** Chosen by the legal reviewer; null while undecided, empty when there is none. */
  readonly remedies: readonly RemedyNotice[] | null;
}

export interface DispatchSlipFields extends UnitFields {
  /** Redacted: nothing of the complainant's identity. */
  readonly summary: string;
  readonly requirements: readonly string[];
  /** The unit's own due day, before the bureau's. */
  readonly answerBy: CivilDate | null;
  /** Names of redacted attachments. */
  readonly attachments: readonly string[];
}

export interface UrgingFields extends UnitFields {
  readonly clock: ClockKind;
  readonly dueOn: CivilDate;
  readonly overdueWorkingDays: number;
  readonly requirements: readonly string[];
  readonly answerBy: CivilDate | null;
}

export interface SupervisionFields extends UnitFields {
  readonly reasons: readonly string[];
  readonly requirements: readonly string[];
  readonly answerBy: CivilDate | null;
}

interface FieldsByKind {
  acceptance: AcceptanceFields;
  rejection: RejectionFields;
  transfer: TransferFields;
  supplement: SupplementFields;
  extension: ExtensionFields;
  reply: ReplyFields;
  'dispatch-slip': DispatchSlipFields;
  urging: UrgingFields;
  supervision: SupervisionFields;
}
export type LetterFields<K extends LetterKind = LetterKind> = FieldsByKind[K];
