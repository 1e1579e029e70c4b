// The way of a letter from draft to proof, and the moves of the case that go with it.
import type { ReplyProofKind } from '../clock/clock-events';
import type { Move } from '../complaint/moves';
import { LETTER_KIND_FACTS, type LetterKind } from './letter-kinds';

/** delivered: its sending is proven · failed: no server ever took it · bounced: it came back · superseded: put aside. */
export const LETTER_STATES = ['draft', 'signing', 'issued', 'delivered', 'failed', 'bounced', 'superseded'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** `hotline`: within the reply export · `none`: no way to reach the complainant is known (DOMAIN §8.13). */
export const LETTER_CHANNELS = ['mail', 'phone', 'post', 'hotline', 'none'] as const;
export type LetterChannel = (typeof LETTER_CHANNELS)[number];

/** What can be on record about a sending; a bounce disproves it. */
export type RecordedProofKind = ReplyProofKind | 'bounce';

/** DOMAIN §8.4: each channel has its own proof, and no other one counts for it. */
export const PROOF_OF_CHANNEL: Readonly<Record<LetterChannel, ReplyProofKind>> = {
  mail: 'letter',
  phone: 'phone-reply',
  post: 'posting',
  hotline: 'hotline-reply',
  none: 'duty-not-applicable',
};

/** A letter that did not reach anybody; another one of its kind may take its place. */
export function hasFallenThrough(state: LetterState): boolean {
  return state === 'failed' || state === 'bounced' || state === 'superseded';
}

/** A letter that can still be written and signed. */
export function isInTheMaking(state: LetterState): boolean {
  return state === 'draft' || state === 'signing';
}

/** What the issue of a letter does to its case: with the letter the decision goes out. The internal papers decide nothing. */
export function moveOfIssue(kind: LetterKind, isToAUnitBelow: boolean): Move | null {
  switch (kind) {
    case 'acceptance':
      return 'accept';
    case 'rejection':
      return 'reject';
    case 'transfer':
      return isToAUnitBelow ? 'pass_down' : 'transfer';
    case 'supplement':
      return 'request_supplement';
    case 'reply':
      return 'reply';
    case 'extension':
    case 'dispatch-slip':
    case 'urging':
    case 'supervision':
      return null;
  }
}

export function moveWhenProven(kind: LetterKind): 'letter_proven' | 'reply_proven' | null {
  if (LETTER_KIND_FACTS[kind].audience === 'unit') return null;
  return kind === 'reply' ? 'reply_proven' : 'letter_proven';
}

export function moveWhenBounced(kind: LetterKind): 'letter_bounced' | 'reply_bounced' | null {
  if (LETTER_KIND_FACTS[kind].audience === 'unit') return null;
  return kind === 'reply' ? 'reply_bounced' : 'letter_bounced';
}
