// What can go wrong with a letter, each with a stable code and a sentence for the officer.
import type { LetterProblem } from '@jieban/domain/letters/letter-problem';

export class LetterNotFound extends Error {
  readonly code = 'letter_not_found';
  readonly publicMessage = '没有找到这份文书';
  constructor(id: string) {
    super(`Letter ${id} is not a letter of this case.`);
    this.name = 'LetterNotFound';
  }
}

/** The letter as it stands does not allow it. */
export class LetterRefused extends Error {
  readonly code: string;
  readonly publicMessage: string;
  constructor(id: string, code: LetterRefusalCode, publicMessage: string) {
    super(`Letter ${id} is refused: ${code}.`);
    this.name = 'LetterRefused';
    this.code = `letter_${code.replaceAll('-', '_')}`;
    this.publicMessage = publicMessage;
  }
}

export type LetterRefusalCode =
  | 'not-in-the-making'
  | 'edited-meanwhile'
  | 'text-changed'
  | 'signature'
  | 'not-signed'
  | 'not-this-officer'
  | 'no-address'
  | 'channel-not-of-case'
  | 'not-issued'
  | 'other-proof'
  | 'proof-time'
  | 'decision-outstanding'
  | 'unprintable';

/** Named so that each can be shown beside its field. */
export class LetterHasProblems extends Error {
  readonly code = 'letter_has_problems';
  readonly problems: readonly LetterProblem[];
  constructor(id: string, problems: readonly LetterProblem[]) {
    super(`Letter ${id} has problems: ${problems.map(({ code }) => code).join(', ')}.`);
    this.name = 'LetterHasProblems';
    this.problems = problems;
  }
}
