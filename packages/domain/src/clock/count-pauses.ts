// Which pauses move the due day, and by how many days.
//
// A pause counts only if its notice went out while the day could still be kept. Asking for a supplement on a clock
// that is overdue does not pause it: a term that has run out cannot be stopped, and if it could, an officer would turn
// a missed month into an open one by sending a form. Added to the old day, such a pause would leave the clock late by
// about as many days as before, but not always: pushed onto the first day of a long holiday, the sum rolls past the
// day of the supplement, and the miss is gone from the board and from the report. So the missed day stands, the light
// stays overdue, the ladder climbs on, and the case merely shows that a supplement is awaited.
//
// What counts is decided from all that is recorded now, not from the order of recording: an extension that was asked
// in time and approved after the notice lets the pause count, as it would have the other way round (DOMAIN §8.9).
import { countPausedDays } from '../deadline/count-paused-days';
import type { CivilDate } from '../time/civil-date';
import type { ResumedEvent } from './clock-events';

export interface Pause {
  readonly noticeOn: CivilDate;
  /** Null while the supplement is awaited. */
  readonly resumedOn: CivilDate | null;
  readonly resumedBecause: ResumedEvent['because'] | null;
}

export interface CountedPause extends Pause {
  /** False when the due day had passed before the notice. */
  readonly counts: boolean;
  /** So far: 0 while the supplement is awaited. */
  readonly days: number;
}

/**
 * `pauses` in the order of their days. `dueOnAfter` says the due day with so many paused days. An open pause ends with
 * the closing of the clock, because a reply needs no supplement any more; `closedOn` is null on an open clock.
 */
export function countPauses(
  pauses: readonly Pause[],
  dueOnAfter: (pausedDays: number) => CivilDate,
  closedOn: CivilDate | null,
): CountedPause[] {
  let pausedDays = 0;
  return pauses.map((pause) => {
    const { noticeOn } = pause;
    const endOn = pause.resumedOn ?? closedOn;
    const counts = noticeOn <= dueOnAfter(pausedDays);
    // A reply given before the notice, but recorded after it, was never held up by the pause.
    const days = counts && endOn !== null && endOn > noticeOn ? countPausedDays(noticeOn, endOn) : 0;
    pausedDays += days;
    return { ...pause, counts, days };
  });
}
