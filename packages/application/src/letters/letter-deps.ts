// What the letters need of the world, beside the stores.
import type { LetterDocument } from '@jieban/domain/letters/letter-document';
import type { ClockRules } from '../clock/clock-rules';
import type { ComposedMail, StoredFile } from '../correspondence/outgoing-mail-store';
import type { MailReader } from '../intake/mail-reader';
import type { UnitOfWork } from '../unit-of-work';

/** A character that the typeface lacks; it is printed as its code point. */
export interface UnprintableCharacter {
  readonly character: string;
  readonly codePoint: string;
  /** Chinese, for the screen. */
  readonly message: string;
}

/** The port to paper; the adapter is @jieban/letters. */
export type LetterPrinter = (
  letter: LetterDocument,
) => Promise<{ readonly bytes: Uint8Array; readonly unprintable: readonly UnprintableCharacter[] }>;

/** The port that makes a mail of a letter; the adapter is @jieban/mail. */
export type LetterComposer = (letter: {
  readonly to: string;
  readonly document: LetterDocument;
  readonly pdf: StoredFile;
  /** Message-ID of the complainant's mail, for threading; null when the case came otherwise. */
  readonly inReplyTo: string | null;
  /** Its References, oldest first. */
  readonly references: readonly string[];
}) => ComposedMail;

/** Lower-case hexadecimal SHA-256. */
export type HashOf = (content: string | Uint8Array) => string;

export interface DocumentNumberSource {
  /** Takes the next number of the organ and year, never to be handed out again, in a transaction of its own. */
  take(organCode: string, year: number): Promise<number>;
}

/** Who the letters are from. */
export interface LetterHouse {
  readonly organ: string;
  /** 机关代字. */
  readonly organCode: string;
  readonly phone: string;
}

export interface LetterDeps {
  readonly unitOfWork: UnitOfWork;
  readonly newId: () => string;
  readonly rules: ClockRules;
  readonly house: LetterHouse;
  readonly hashOf: HashOf;
}

export interface IssueDeps extends LetterDeps {
  readonly numbers: DocumentNumberSource;
  readonly printLetter: LetterPrinter;
  readonly composeLetter: LetterComposer;
  readonly readMail: MailReader;
}
