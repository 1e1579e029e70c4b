// How long the substantive clock stands still while the complainant is asked for more (补正).
import { daysBetween, type CivilDate } from '../time/civil-date';

/** A supplement that arrived before it was asked for. */
export class InvalidPause extends Error {
  readonly code = 'invalid-pause';
  constructor(noticeOn: CivilDate, suppliedOn: CivilDate) {
    super(`The supplement of ${suppliedOn} precedes its notice of ${noticeOn}. Check which of the two days is wrong.`);
    this.name = 'InvalidPause';
  }
}

/**
 * Whole days from the day after the notice to the day of the supplement, both included (DOMAIN §8.9); a supplement
 * on the day of the notice pauses nothing. @throws InvalidPause
 */
export function countPausedDays(noticeOn: CivilDate, suppliedOn: CivilDate): number {
  const days = daysBetween(noticeOn, suppliedOn);
  if (days < 0) throw new InvalidPause(noticeOn, suppliedOn);
  return days;
}
