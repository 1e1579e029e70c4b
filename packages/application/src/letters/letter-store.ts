import type { Actor } from '@jieban/domain/access/permissions';
import type {
  Channel,
  ClockKind,
  ComplaintId,
  IntakeItemId,
  UnitId,
  UserId,
} from '@jieban/domain/complaint/vocabulary';
import type { LetterChannel, LetterState, RecordedProofKind } from '@jieban/domain/letters/letter-delivery';
import type { LetterKind } from '@jieban/domain/letters/letter-kinds';
import type { Signature } from '@jieban/domain/letters/sign-off';
import type { CivilDate } from '@jieban/domain/time/civil-date';
import type { Identity } from '../register/registration-store';
import type { LetterEntries } from './letter-entries';

export interface StoredLetter {
  readonly id: string;
  readonly complaintId: ComplaintId;
  readonly kind: LetterKind;
  readonly state: LetterState;
  /** Null for an internal paper. */
  readonly channel: LetterChannel | null;
  readonly revision: number;
  readonly entries: LetterEntries;
  readonly draftedBy: UserId;
  readonly draftedAt: Date;
  readonly documentNumber: string | null;
  readonly issuedOn: CivilDate | null;
  readonly issuedAt: Date | null;
  /** When it was proven, failed or came back. */
  readonly settledAt: Date | null;
  /** Lower-case hexadecimal; null until it is issued. */
  readonly pdfSha256: string | null;
  /** Of the present revision, in the order of the chain. */
  readonly signatures: readonly StoredSignature[];
}

export interface PutSignature extends Signature {
  readonly at: Date;
  /** Lower-case hexadecimal SHA-256 of the text that lay before the signer. */
  readonly textSha256: string;
}

export interface StoredSignature extends PutSignature {
  readonly signerName: string;
}

export interface NewLetter {
  readonly id: string;
  readonly complaintId: ComplaintId;
  readonly kind: LetterKind;
  readonly channel: LetterChannel | null;
  readonly entries: LetterEntries;
  readonly draftedBy: UserId;
}

export interface IssuedLetter {
  readonly documentNumber: string | null;
  readonly issuedOn: CivilDate;
  readonly issuedBy: UserId;
  readonly pdf: Uint8Array;
  readonly text: string;
  readonly textSha256: string;
  /** The mail that carries it. */
  readonly mailId: string | null;
}

export interface LetterProof {
  readonly id: string;
  readonly letterId: string;
  readonly complaintId: ComplaintId;
  readonly kind: RecordedProofKind;
  readonly at: Date;
  /** Null: observed by a program. */
  readonly recordedBy: UserId | null;
  /** The bounce itself. */
  readonly intakeItemId: IntakeItemId | null;
  /** What was said, the posting record, the mail server's answer; kept sealed. */
  readonly statement: string;
}

export interface RecordedProof extends LetterProof {
  readonly recordedAt: Date;
}

/** What a letter has to know of its case. */
export interface CaseOfLetter {
  readonly number: string;
  readonly channel: Channel;
  readonly receivedAt: Date;
  readonly content: string;
  readonly demand: string;
  readonly handlingUnitId: UnitId;
  readonly handlerId: UserId | null;
  /** With every unit below them. */
  readonly accusedUnitIds: readonly UnitId[];
  /** As written, with names and aliases of units and the names of officers. */
  readonly accusedNames: readonly string[];
  readonly identity: Identity;
  readonly clocks: readonly {
    readonly kind: ClockKind;
    readonly dueOn: CivilDate;
    readonly provisional: boolean;
    readonly isOpen: boolean;
  }[];
  /** Every unit of the register below the bureau. */
  readonly unitIdsBelow: readonly UnitId[];
}

export interface LetterStore {
  /** Of a case that the actor may see; null for all others (I7). `anybody` is a program. */
  readCase(actor: Actor | 'anybody', id: ComplaintId): Promise<CaseOfLetter | null>;
  /** The raw mail that opened the case, for its Message-ID; null when it came otherwise. */
  openingMail(id: ComplaintId): Promise<Uint8Array | null>;
  insert(letter: NewLetter, now: Date): Promise<void>;
  /** For a case that the caller has locked or read for its actor; null when it is not a letter of this case. */
  find(complaintId: ComplaintId, letterId: string): Promise<StoredLetter | null>;
  /** Oldest first. */
  listOf(complaintId: ComplaintId): Promise<StoredLetter[]>;
  /** New words, a new revision: the signatures under the old one no longer count. */
  edit(letter: StoredLetter, entries: LetterEntries, channel: LetterChannel | null, now: Date): Promise<void>;
  sign(letter: StoredLetter, signature: PutSignature): Promise<void>;
  issue(letter: StoredLetter, issued: IssuedLetter, now: Date): Promise<void>;
  settle(letter: StoredLetter, state: LetterState, at: Date): Promise<void>;
  /** False when this bounce is on record for this letter already. */
  addProof(proof: LetterProof, now: Date): Promise<boolean>;
  proofsOf(complaintId: ComplaintId): Promise<RecordedProof[]>;
  /** The letter that a mail of ours carried. */
  letterOfMail(mailId: string): Promise<{ readonly complaintId: ComplaintId; readonly letterId: string } | null>;
  /** The text as it left the house, in its canonical form; null before. */
  frozenText(complaintId: ComplaintId, letterId: string): Promise<string | null>;
  pdfOf(letter: StoredLetter): Promise<Uint8Array | null>;
}
