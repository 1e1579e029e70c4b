// What a move does to the clocks of a case. Each effect is the occasion of a clock event (clock/clock-events.ts); on which
// day the clock then falls due is folded from those.
import type { ClockEventType } from '../clock/clock-events';
import { TAKEN_WHEN, type ClockStanding } from '../clock/clock-takes';
import type { ClockKind } from './vocabulary';

/**
 * close-without-reply: no answer is owed any more, neither on time nor late · reopen: runs again (after a reply a new
 * round, else the old count) · take-back: what one letter did is undone, be it a meeting or a pause.
 */
type CommonEffect = 'none' | 'met' | 'close-without-reply' | 'reopen' | 'take-back';

export interface ClockEffects {
  readonly procedural: CommonEffect;
  readonly substantive: CommonEffect | 'pause' | 'resume' | 'extend';
  /** The limit of the 12345 order: never paused or extended by us (DOMAIN §8.3). */
  readonly hotline: CommonEffect;
}

export const NO_EFFECT: ClockEffects = { procedural: 'none', substantive: 'none', hotline: 'none' };

/** No row of the table lets a move and its letter touch the same clock; a test holds that. */
export function addEffects(ofMove: ClockEffects, ofLetter: ClockEffects): ClockEffects {
  return {
    procedural: ofLetter.procedural === 'none' ? ofMove.procedural : ofLetter.procedural,
    substantive: ofLetter.substantive === 'none' ? ofMove.substantive : ofLetter.substantive,
    hotline: ofLetter.hotline === 'none' ? ofMove.hotline : ofLetter.hotline,
  };
}

/** For the letter whose sending turned out not to have reached anybody. */
export function takeBack(ofLetter: ClockEffects): ClockEffects {
  const undo = (kind: ClockKind): 'none' | 'take-back' => (ofLetter[kind] === 'none' ? 'none' : 'take-back');
  return { procedural: undo('procedural'), substantive: undo('substantive'), hotline: undo('hotline') };
}

const OCCASION_OF: Readonly<Record<Exclude<ClockEffects['substantive'], 'none'>, readonly ClockEventType[]>> = {
  met: ['met'],
  pause: ['paused'],
  resume: ['resumed'],
  extend: ['extended'],
  'close-without-reply': ['closed-without-reply'],
  reopen: ['reopened'],
  'take-back': ['credit-taken-back', 'pause-taken-back'],
};

/**
 * Without the effects that find their work done already: the first procedural reply meets the week, a second one meets
 * nothing. What stays can be recorded; a `take-back` only where the clock was met, or paused, by that very letter.
 */
export function dropIdleEffects(
  effects: ClockEffects,
  clocks: Readonly<Record<ClockKind, ClockStanding>>,
): ClockEffects {
  const isTaken = (kind: ClockKind): boolean => {
    const effect = effects[kind];
    if (effect === 'none') return false;
    // Only the handling is done again after an answer; the week and the hotline stay met.
    if (effect === 'reopen' && kind !== 'substantive') return clocks[kind] === 'ended';
    return OCCASION_OF[effect].some((type) => TAKEN_WHEN[clocks[kind]].includes(type));
  };
  return {
    procedural: isTaken('procedural') ? effects.procedural : 'none',
    substantive: isTaken('substantive') ? effects.substantive : 'none',
    hotline: isTaken('hotline') ? effects.hotline : 'none',
  };
}
