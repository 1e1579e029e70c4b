// Which events a clock takes, as data: by what it is and by where it stands. Whatever is not listed is refused.
import type { ClockKind } from '../complaint/vocabulary';
import type { ClockEventType } from './clock-events';

/** `waiting`: a supplement was asked for and has not come. `ended`: closed without a reply. */
export const CLOCK_STANDINGS = ['not-started', 'running', 'waiting', 'met', 'ended'] as const;
export type ClockStanding = (typeof CLOCK_STANDINGS)[number];

export const TAKEN_WHEN: Readonly<Record<ClockStanding, readonly ClockEventType[]>> = {
  'not-started': ['started'],
  // A notice that bounced may have had its term run out before anybody learned of it.
  running: [
    'pause-taken-back',
    'met',
    'paused',
    'extended',
    're-dated',
    'merged',
    'limit-changed',
    'closed-without-reply',
  ],
  // A reply may go out before the supplement comes, and a person may decide to wait no longer.
  waiting: ['resumed', 'pause-taken-back', 'met', 'extended', 're-dated', 'merged', 'closed-without-reply'],
  // A day that was judged is not re-dated: a reply in time by the calendar of its day stays in time. A receipt that
  // proves to be earlier counts even then, and the hotline's limit is always the hotline's.
  met: ['credit-taken-back', 'reopened', 'merged', 'limit-changed'],
  ended: ['reopened'],
};

const EVERY_CLOCK = ['started', 'met', 'credit-taken-back', 'reopened', 'merged', 'closed-without-reply'] as const;

/** Only the substantive clock can stand still or be extended (DOMAIN §8.8, §8.9); only the hotline changes its limit. */
export const TAKEN_BY: Readonly<Record<ClockKind, readonly ClockEventType[]>> = {
  procedural: [...EVERY_CLOCK, 're-dated'],
  substantive: [...EVERY_CLOCK, 're-dated', 'paused', 'resumed', 'pause-taken-back', 'extended'],
  hotline: [...EVERY_CLOCK, 'limit-changed'],
};
