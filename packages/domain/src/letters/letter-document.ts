// A letter as it will be read, before it is mail or paper: both are made from this and add no word of their own.
import type { CivilDate } from '../time/civil-date';
import type { LetterKind } from './letter-kinds';

/** `heading` 一、… · `item` （一）… · `body` plain. Each is one paragraph, without line breaks. */
export interface LetterParagraph {
  readonly style: 'body' | 'heading' | 'item';
  readonly text: string;
}

export interface LetterDocument {
  readonly kind: LetterKind;
  /** 受理告知书. */
  readonly title: string;
  /** The issuing organ, in the red head and above the date. */
  readonly organ: string;
  /** 文号; null for a draft and for papers that have none. */
  readonly documentNumber: string | null;
  readonly caseNumber: string;
  /** With the colon behind it. */
  readonly salutation: string;
  readonly paragraphs: readonly LetterParagraph[];
  /** 特此告知。 */
  readonly closing: string;
  /** Where the seal goes: organ and date. The date is null for a draft. */
  readonly seal: { readonly organ: string; readonly issuedOn: CivilDate | null; readonly dateLine: string };
  /** 联系电话：… */
  readonly contact: string;
}
