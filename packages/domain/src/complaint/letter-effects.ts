// Which letters to the complainant meet which clock. They count from the moment when they were sent through a channel
// that can prove it, not from the decision, and an automatic receipt (自动回执) never does (DOMAIN §8.4).
import type { ReplyProofKind } from '../clock/clock-events';
import { LETTER_KIND_FACTS, type LetterKind } from '../letters/letter-kinds';
import { NO_EFFECT, type ClockEffects } from './clock-effects';
import type { ComplaintState } from './vocabulary';

/** The proofs that only a person can vouch for; the others are observed by a program (DOMAIN §8.4, §8.13). */
export const PROOFS_BY_A_PERSON: readonly ReplyProofKind[] = ['phone-reply', 'posting', 'duty-not-applicable'];

/** 受理告知 · 不予受理告知 · 转送告知 · 补正通知. */
const PROCEDURAL_REPLY: ClockEffects = { ...NO_EFFECT, procedural: 'met' };

/** DOMAIN §8.9: meets the week and stops the month. One that nobody got stops nothing. */
const SUPPLEMENT_NOTICE: ClockEffects = { ...PROCEDURAL_REPLY, substantive: 'pause' };

/** The final answer says more than an acknowledgement would have, so it meets whatever is still open. */
const FINAL_REPLY: ClockEffects = { procedural: 'met', substantive: 'met', hotline: 'met' };

/** All that the proven sending of this letter can do. */
export function effectsOfLetter(kind: LetterKind): ClockEffects {
  if (kind === 'reply') return FINAL_REPLY;
  if (kind === 'supplement') return SUPPLEMENT_NOTICE;
  // An extension's new day comes from its approval; the letter only tells it. The internal papers tell no complainant.
  return LETTER_KIND_FACTS[kind].isProceduralReply ? PROCEDURAL_REPLY : NO_EFFECT;
}

/** What it does to a case in this state. */
export function effectsWhenProven(kind: LetterKind, state: ComplaintState): ClockEffects {
  // A notice whose proof comes when the supplement is there already has nothing left to wait for.
  if (kind === 'supplement' && state !== 'supplement') return PROCEDURAL_REPLY;
  // After a reopening the old answer does not answer what is asked again; the week and the hotline were answered.
  if (kind === 'reply' && state !== 'replied' && state !== 'closed') return { ...FINAL_REPLY, substantive: 'none' };
  return effectsOfLetter(kind);
}
