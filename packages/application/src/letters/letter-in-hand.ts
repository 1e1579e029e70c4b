// A letter with its case: the fields in full, what is wrong with them, and the text that would be signed.
import type { Actor } from '@jieban/domain/access/permissions';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { canonicalLetter } from '@jieban/domain/letters/canonical-letter';
import type { CaseFacts } from '@jieban/domain/letters/case-facts';
import { checkLetter } from '@jieban/domain/letters/check-letter';
import { countPoints } from '@jieban/domain/letters/count-points';
import { hasFallenThrough, isInTheMaking } from '@jieban/domain/letters/letter-delivery';
import type { LetterDocument } from '@jieban/domain/letters/letter-document';
import type { LetterProblem } from '@jieban/domain/letters/letter-problem';
import { renderLetter } from '@jieban/domain/letters/render-letter';
import { CaseNotFound } from '../case/case-errors';
import type { Stores } from '../unit-of-work';
import { completeLetter, type NumberAndDay } from './complete-letter';
import type { LetterDeps } from './letter-deps';
import { LetterNotFound } from './letter-errors';
import type { CaseOfLetter, LetterStore, StoredLetter } from './letter-store';

export interface LetterInHand {
  readonly letter: StoredLetter;
  readonly found: CaseOfLetter;
  readonly document: LetterDocument;
  readonly problems: readonly LetterProblem[];
  /** Of the text without number and day, which are given at the issue: what a signature stands for. */
  readonly textSha256: string;
}

const NOT_GIVEN: NumberAndDay = { documentNumber: null, issuedOn: null };

/** @throws CaseNotFound, LetterNotFound */
export async function takeInHand(
  deps: Pick<LetterDeps, 'house' | 'rules' | 'hashOf'>,
  stores: Pick<Stores, 'letters' | 'clocks'>,
  actor: Actor,
  complaintId: ComplaintId,
  letterId: string,
): Promise<LetterInHand> {
  const found = await stores.letters.readCase(actor, complaintId);
  if (found === null) throw new CaseNotFound(complaintId);
  const letter = await stores.letters.find(complaintId, letterId);
  if (letter === null) throw new LetterNotFound(letterId);
  return workOut(deps, stores, letter, found);
}

export async function workOut(
  deps: Pick<LetterDeps, 'house' | 'rules' | 'hashOf'>,
  stores: Pick<Stores, 'letters' | 'clocks'>,
  letter: StoredLetter,
  found: CaseOfLetter,
  given: NumberAndDay = { documentNumber: letter.documentNumber, issuedOn: letter.issuedOn },
): Promise<LetterInHand> {
  const { house, rules, hashOf } = deps;
  const clocks = await stores.clocks.read(letter.complaintId);
  const facts = { house, found, clocks, calendars: rules.calendars };
  const { kind, fields } = completeLetter(letter.entries, facts, given);
  const draft = completeLetter(letter.entries, facts, NOT_GIVEN);
  return {
    letter,
    found,
    document: renderLetter(kind, fields),
    problems: checkLetter(kind, fields, await caseFacts(stores.letters, letter, found)),
    textSha256: hashOf(canonicalLetter(renderLetter(draft.kind, draft.fields))),
  };
}

async function caseFacts(letters: LetterStore, letter: StoredLetter, found: CaseOfLetter): Promise<CaseFacts> {
  const { name, phone, email, address } = found.identity;
  const others = await letters.listOf(letter.complaintId);
  return {
    accusedUnitIds: found.accusedUnitIds,
    accusedNames: found.accusedNames,
    identityWords: [name, phone, email, address].filter((word) => word.trim() !== ''),
    pointCount: countPoints(`${found.content}\n${found.demand}`),
    // One that never reached anybody asked nobody.
    wasSupplementAsked: others.some(
      ({ id, kind, state }) =>
        id !== letter.id && kind === 'supplement' && !hasFallenThrough(state) && !isInTheMaking(state),
    ),
  };
}
