// The only reader of the machine's time (invariant I11). Rules and use cases get a Date; processes get a Clock.

export interface Clock {
  now(): Date;
}

export interface SettableClock extends Clock {
  set(instant: Date): void;
  advanceSeconds(seconds: number): void;
}

export const systemClock: Clock = { now: () => new Date() };

/** Stands still until it is told otherwise: for tests. */
export function fixedClock(start: Date): SettableClock {
  let millis = start.getTime();
  return {
    // A fresh Date each time: whoever mutates theirs does not move the clock.
    now: () => new Date(millis),
    set: (instant) => {
      millis = instant.getTime();
    },
    advanceSeconds: (seconds) => {
      millis += seconds * 1000;
    },
  };
}

/**
 * The machine's clock, shifted by JIEBAN_CLOCK_OFFSET_SECONDS (drills and tests only: rehearse the day on which a
 * deadline passes without touching the machine's time, on which TLS and Postgres depend).
 */
export function clockFromSettings(settings: { readonly clockOffsetSeconds: number }, base: Clock = systemClock): Clock {
  const shift = settings.clockOffsetSeconds * 1000;
  return shift === 0 ? base : { now: () => new Date(base.now().getTime() + shift) };
}
