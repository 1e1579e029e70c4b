// How one kind of letter is described: what must be there, what else is checked, and its wording as data.
import type { CaseFacts } from './case-facts';
import type { LetterParagraph } from './letter-document';
import type { LetterProblem } from './letter-problem';

/** A name in the template to the words that replace it. */
export type Words = Readonly<Record<string, string>>;

export interface LetterWords {
  readonly one: Words;
  /** For paragraphs that repeat. */
  readonly many: Readonly<Record<string, readonly Words[]>>;
}

/**
 * One block of a template. `{name}` is replaced by a word. `when`: the block is left out when that word is empty or that
 * list has no entries. `each`: the block stands once per entry of that list. Headings are numbered 一、二、 by the
 * renderer, and items （一）（二） when there is more than one, so that a block left out leaves no gap.
 */
export interface TemplateBlock {
  readonly style: LetterParagraph['style'];
  readonly text: string;
  readonly when?: string;
  readonly each?: string;
  /** Plain paragraphs that follow each entry, with the words of that entry. */
  readonly then?: readonly Pick<TemplateBlock, 'text' | 'when'>[];
}

export interface RequiredField<F> {
  readonly field: keyof F & string;
  /** As the form calls it. */
  readonly label: string;
  /** Given only when the letter is issued. */
  readonly atIssue?: true;
}

export interface LetterDefinition<F> {
  /** 称谓. */
  readonly salutation: (fields: F) => string;
  readonly required: readonly RequiredField<F>[];
  readonly check: (fields: F, facts: CaseFacts) => readonly LetterProblem[];
  readonly words: (fields: F) => LetterWords;
  readonly template: readonly TemplateBlock[];
}
