// When a complaint that came in by hand counts as received (DOMAIN §1.2 and §8.2), one rule for each door. The law
// counts from the day on which the paper was in our house, not from the day on which somebody found time to type it.
import type { Channel } from '../complaint/vocabulary';
import { endOfDayExclusive, startOfDay, type CivilDate } from '../time/civil-date';

/** The doors through which a person, not a machine, brings a complaint. A call has its own page and its own rule. */
export const HAND_CHANNELS = ['letter', 'visit', 'petition'] as const satisfies readonly Channel[];
export type HandChannel = (typeof HAND_CHANNELS)[number];

export type HandArrival =
  /** 来信: the day it was signed for (签收日), not that of the postmark. */
  | { readonly channel: 'letter'; readonly signedForOn: CivilDate }
  /** 来访: the moment the visitor was registered at the desk. */
  | { readonly channel: 'visit'; readonly visitedAt: Date }
  /** 信访转办: the day the referral reached us; `limitOn` is the last day of its own limit, if it names one. */
  | { readonly channel: 'petition'; readonly reachedOn: CivilDate; readonly limitOn: CivilDate | null };

export interface HandReceipt {
  readonly receivedAt: Date;
  /** The first instant after the referral's own limit: the third clock. Null where nobody set one. */
  readonly limitAt: Date | null;
}

/**
 * A door that knows only the day is given that day's first instant: the day of receipt does not count (民法典201), so
 * the hour moves no deadline, and nobody's paper is dated later than it lay on the desk.
 */
export function handReceipt(arrival: HandArrival): HandReceipt {
  switch (arrival.channel) {
    case 'letter':
      return { receivedAt: startOfDay(arrival.signedForOn), limitAt: null };
    case 'visit':
      return { receivedAt: arrival.visitedAt, limitAt: null };
    case 'petition':
      return {
        receivedAt: startOfDay(arrival.reachedOn),
        limitAt: arrival.limitOn === null ? null : endOfDayExclusive(arrival.limitOn),
      };
  }
}
