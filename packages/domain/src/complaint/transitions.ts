// The state machine of a complaint as one table. Nothing else changes a complaint's state (I9).
//
// A row says from where, to where (`same`: beside the state), who takes it, what it needs, which letter belongs to it
// and what it does to the clocks at once. What a letter does, it does once its sending is proven (letter-effects.ts):
// at the move itself when the proof is there, else when `letter_proven` or `reply_proven` brings it.
import { NO_EFFECT, type ClockEffects } from './clock-effects';
import type { LetterKind } from '../letters/letter-kinds';
import type { Move } from './moves';
import type { Requirement } from './requirements';
import type { TakenBy } from './taken-by';
import { COMPLAINT_STATES, type ComplaintState } from './vocabulary';

/** The letter that a move sends out, or that it is about. */
export interface LetterOfMove {
  readonly does: 'orders' | 'proves' | 'takes-back';
  readonly kinds: readonly LetterKind[];
}

export interface Transition {
  readonly move: Move;
  readonly from: readonly ComplaintState[];
  readonly to: ComplaintState | 'same';
  readonly takenBy: readonly TakenBy[];
  readonly needs: readonly Requirement[];
  readonly letter?: LetterOfMove;
  readonly clocks: ClockEffects;
}

/** The desk that registers and dispatches, and who stands in for it where it is accused itself (DOMAIN §8.11). */
const OFFICE: readonly TakenBy[] = [
  { role: 'intake_officer', relation: 'office' },
  { role: 'legal_reviewer', relation: 'stand-in' },
];
const SUPERVISOR: TakenBy = { role: 'supervisor', relation: 'anyone' };
const LEADER: TakenBy = { role: 'bureau_leader', relation: 'anyone' };
const LEGAL: TakenBy = { role: 'legal_reviewer', relation: 'anyone' };
const HEAD: TakenBy = { role: 'unit_head', relation: 'own-unit' };
const HANDLER: TakenBy = { role: 'handler', relation: 'handler' };
const UNIT_HANDLER: TakenBy = { role: 'handler', relation: 'own-unit' };

const DISPATCHING = [...OFFICE, SUPERVISOR];
const HANDLING = [HANDLER, HEAD];
const DIRECTING = [...OFFICE, SUPERVISOR, LEADER];
/** A sending is observed by the mail programs, or vouched for by whoever made the call or posted the letter. */
const TELLING: readonly TakenBy[] = ['system', ...OFFICE, HEAD, UNIT_HANDLER];

const AT_A_UNIT: readonly ComplaintState[] = ['dispatched', 'signed', 'handling', 'redo'];
const NOT_ARCHIVED = COMPLAINT_STATES.filter((state) => state !== 'archived');
const NOT_ANSWERED = NOT_ARCHIVED.filter((state) => state !== 'replied' && state !== 'closed');
const EXTENDABLE: readonly ComplaintState[] = ['signed', 'handling', 'suspended', 'review', 'redo'];

const NOTICES: readonly LetterKind[] = ['acceptance', 'rejection', 'transfer', 'supplement', 'extension'];
const REPLY: readonly LetterKind[] = ['reply'];

const TO_RECEIVER: readonly Requirement[] = ['receiver', 'receiver-not-accused'];
const orders = (...kinds: LetterKind[]): LetterOfMove => ({ does: 'orders', kinds });
const clocks = (effects: Partial<ClockEffects>): ClockEffects => ({ ...NO_EFFECT, ...effects });
/** Nothing more is to be found out; that the complainant is told so in time remains to be proven. */
const NO_MORE_HANDLING = clocks({ substantive: 'close-without-reply', hotline: 'close-without-reply' });

// One row per line: it is read as a table, and columns that wrap are no columns.
// prettier-ignore
export const TRANSITIONS: readonly Transition[] = [
  // The decision on acceptance. A unit that begins before it may send the acceptance itself.
  { move: 'accept', from: ['registered', 'returned'], to: 'accepted', takenBy: OFFICE, needs: ['not-accepted'], letter: orders('acceptance'), clocks: NO_EFFECT },
  { move: 'accept', from: AT_A_UNIT, to: 'same', takenBy: [...OFFICE, HEAD, HANDLER], needs: ['not-accepted'], letter: orders('acceptance'), clocks: NO_EFFECT },
  // 总局令121号15, by analogy: a refusal gives its reasons and the other ways that are open.
  { move: 'reject', from: ['registered', 'returned'], to: 'rejected', takenBy: [...OFFICE, LEADER], needs: ['not-accepted', 'reason'], letter: orders('rejection'), clocks: NO_MORE_HANDLING },
  // 总局令121号41, by analogy: a unit without the power gives the case back and passes nothing on itself, so the office transfers.
  { move: 'transfer', from: ['registered', 'accepted', 'returned', 'handling', 'redo'], to: 'transferred', takenBy: OFFICE, needs: ['reason', ...TO_RECEIVER], letter: orders('transfer'), clocks: NO_MORE_HANDLING },
  // DOMAIN §1.2, step 9: to a unit below us the promise to the public stays ours, so no clock ends and the case stays open.
  { move: 'pass_down', from: ['registered', 'accepted', 'returned', 'redo'], to: 'dispatched', takenBy: DISPATCHING, needs: TO_RECEIVER, letter: orders('transfer'), clocks: NO_EFFECT },

  // Supplement (补正, DOMAIN §8.9).
  { move: 'request_supplement', from: ['registered', 'returned'], to: 'supplement', takenBy: OFFICE, needs: ['not-accepted', 'not-asked-before', 'reason', 'supplement-due-day'], letter: orders('supplement'), clocks: NO_EFFECT },
  { move: 'receive_supplement', from: ['supplement'], to: 'registered', takenBy: OFFICE, needs: [], clocks: clocks({ substantive: 'resume' }) },
  { move: 'proceed_without_supplement', from: ['supplement'], to: 'registered', takenBy: OFFICE, needs: ['supplement-overdue', 'reason'], clocks: clocks({ substantive: 'resume' }) },
  // Nobody gives up by not answering a letter that never came.
  { move: 'deem_abandoned', from: ['supplement'], to: 'closed', takenBy: [LEADER], needs: ['supplement-overdue', 'procedural-met', 'reason', 'asked-by-another'], clocks: NO_MORE_HANDLING },

  // To a unit and back.
  { move: 'dispatch', from: ['registered', 'accepted', 'redo'], to: 'dispatched', takenBy: DISPATCHING, needs: TO_RECEIVER, clocks: NO_EFFECT },
  { move: 'sign', from: ['dispatched'], to: 'signed', takenBy: [HEAD, UNIT_HANDLER, { role: 'intake_officer', relation: 'own-unit' }], needs: ['no-interest'], clocks: NO_EFFECT },
  { move: 'return', from: ['dispatched', 'signed'], to: 'returned', takenBy: [HEAD], needs: ['reason', 'within-return-days', 'not-designated'], clocks: NO_EFFECT },
  { move: 'reassign', from: ['dispatched', 'signed', 'returned', 'handling'], to: 'dispatched', takenBy: DISPATCHING, needs: ['reason', ...TO_RECEIVER, 'other-unit'], clocks: NO_EFFECT },
  // Ends a dispute about whose case it is; may name the very unit that returned it.
  { move: 'designate', from: ['returned'], to: 'dispatched', takenBy: DIRECTING, needs: ['reason', ...TO_RECEIVER], clocks: NO_EFFECT },
  { move: 'assign_handler', from: ['dispatched', 'signed', 'handling', 'suspended', 'review', 'replied', 'redo'], to: 'same', takenBy: [HEAD], needs: TO_RECEIVER, clocks: NO_EFFECT },
  { move: 'start', from: ['signed', 'redo'], to: 'handling', takenBy: HANDLING, needs: [], clocks: NO_EFFECT },

  // Beside the state: joint handling (主办·协办) and extension (延期).
  { move: 'ask_joint', from: ['signed', 'handling'], to: 'same', takenBy: HANDLING, needs: ['reason', 'receiver'], clocks: NO_EFFECT },
  { move: 'grant_joint', from: ['signed', 'handling'], to: 'same', takenBy: DISPATCHING, needs: [...TO_RECEIVER, 'other-unit'], clocks: NO_EFFECT },
  { move: 'ask_extension', from: EXTENDABLE, to: 'same', takenBy: HANDLING, needs: ['reason'], clocks: NO_EFFECT },
  // Once, at most 30 days, before the due day has passed: the extension's own rules (DOMAIN §8.8).
  { move: 'grant_extension', from: EXTENDABLE, to: 'same', takenBy: [LEADER], needs: ['reason', 'asked-by-another'], letter: orders('extension'), clocks: clocks({ substantive: 'extend' }) },
  { move: 'refuse_extension', from: EXTENDABLE, to: 'same', takenBy: [LEADER], needs: ['reason', 'asked-by-another'], clocks: NO_EFFECT },

  // Suspension (挂账) stops no clock: only a supplement does, and a suspended case is never hidden from a figure.
  { move: 'ask_suspension', from: ['handling', 'suspended'], to: 'same', takenBy: HANDLING, needs: ['reason', 'plan', 'review-day'], clocks: NO_EFFECT },
  { move: 'suspend', from: ['handling', 'suspended'], to: 'suspended', takenBy: [LEADER], needs: ['reason', 'plan', 'review-day', 'complainant-told', 'asked-by-another'], clocks: NO_EFFECT },
  { move: 'resume', from: ['suspended'], to: 'handling', takenBy: [...HANDLING, SUPERVISOR, LEADER], needs: [], clocks: NO_EFFECT },

  // The final reply. `approve` is one step of its sign-off chain; the letter knows when the chain is complete.
  { move: 'submit', from: ['handling'], to: 'review', takenBy: HANDLING, needs: ['draft-reply'], clocks: NO_EFFECT },
  { move: 'approve', from: ['review'], to: 'same', takenBy: [HEAD, LEGAL, LEADER], needs: ['asked-by-another'], clocks: NO_EFFECT },
  { move: 'send_back', from: ['review'], to: 'handling', takenBy: [HEAD, LEGAL, LEADER], needs: ['reason'], clocks: NO_EFFECT },
  // Again from `replied`, when the first letter bounced or has to be corrected.
  { move: 'reply', from: ['review', 'replied'], to: 'replied', takenBy: [...HANDLING, ...OFFICE, LEADER], needs: [], letter: orders('reply'), clocks: NO_EFFECT },
  { move: 'close', from: ['replied'], to: 'closed', takenBy: [...HANDLING, ...DISPATCHING], needs: ['answered'], clocks: NO_EFFECT },

  // After the answer.
  { move: 'record_visit', from: ['replied', 'closed'], to: 'same', takenBy: DISPATCHING, needs: [], clocks: NO_EFFECT },
  { move: 'reopen', from: ['replied', 'closed'], to: 'redo', takenBy: DIRECTING, needs: ['reason', 'inner-due-day'], clocks: clocks({ substantive: 'reopen' }) },
  { move: 'revoke', from: ['rejected', 'transferred'], to: 'registered', takenBy: DIRECTING, needs: ['reason'], clocks: clocks({ substantive: 'reopen', hotline: 'reopen' }) },
  { move: 'archive', from: ['closed', 'rejected', 'transferred'], to: 'archived', takenBy: OFFICE, needs: ['nothing-under-way'], clocks: NO_EFFECT },

  // Duplicates (DOMAIN §8.10): the first case's clocks stand. The hotline still waits for an answer to each of its orders.
  { move: 'merge', from: ['registered', 'accepted', 'dispatched', 'signed', 'returned', 'handling'], to: 'merged', takenBy: DISPATCHING, needs: ['reason', 'main-case'], clocks: clocks({ procedural: 'close-without-reply', substantive: 'close-without-reply' }) },
  { move: 'split', from: ['merged'], to: 'registered', takenBy: DISPATCHING, needs: ['reason'], clocks: clocks({ procedural: 'reopen', substantive: 'reopen' }) },

  // What became of a letter. The decision stands when its letter bounces; only a final reply that never arrived answers nobody.
  { move: 'letter_proven', from: NOT_ARCHIVED, to: 'same', takenBy: TELLING, needs: [], letter: { does: 'proves', kinds: NOTICES }, clocks: NO_EFFECT },
  { move: 'letter_bounced', from: NOT_ARCHIVED, to: 'same', takenBy: TELLING, needs: [], letter: { does: 'takes-back', kinds: NOTICES }, clocks: NO_EFFECT },
  { move: 'reply_proven', from: NOT_ARCHIVED, to: 'same', takenBy: TELLING, needs: [], letter: { does: 'proves', kinds: REPLY }, clocks: NO_EFFECT },
  { move: 'reply_bounced', from: ['replied', 'closed'], to: 'replied', takenBy: TELLING, needs: [], letter: { does: 'takes-back', kinds: REPLY }, clocks: NO_EFFECT },
  { move: 'reply_bounced', from: NOT_ANSWERED, to: 'same', takenBy: TELLING, needs: [], letter: { does: 'takes-back', kinds: REPLY }, clocks: NO_EFFECT },
];

/** At most one row answers; a test holds that. */
export function findTransition(state: ComplaintState, move: Move): Transition | undefined {
  return TRANSITIONS.find((row) => row.move === move && row.from.includes(state));
}
