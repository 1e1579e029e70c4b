// Geometry of a deadline bar: where receipt, nominal day, due day, completion and today stand, in per cent.
const DAY_MS = 86_400_000;

export interface ClockTimes {
  readonly receivedAt: Date;
  /** 24:00 of the nominal day. */
  readonly nominalAt: Date;
  readonly dueAt: Date;
  readonly metAt: Date | null;
}

export interface ClockProgress {
  /** Filled part: up to completion, else up to today. */
  readonly filled: number;
  readonly nominal: number;
  readonly due: number;
  /** Null once the clock has been met: today says nothing any more. */
  readonly today: number | null;
  readonly met: number | null;
}

/**
 * The bar runs from receipt to the last thing worth showing: the due day with a little air, or, when it is late,
 * the present (so that the length past the due mark is the lateness).
 */
export function measureClock(times: ClockTimes, now: Date): ClockProgress {
  const start = times.receivedAt.getTime();
  const due = times.dueAt.getTime();
  const reached = (times.metAt ?? now).getTime();
  const air = Math.max(DAY_MS / 2, (due - start) * 0.05);
  const end = Math.max(due, reached) + air;
  const share = (at: number): number => Math.min(100, Math.max(0, ((at - start) / (end - start)) * 100));
  return {
    filled: share(reached),
    nominal: share(times.nominalAt.getTime()),
    due: share(due),
    today: times.metAt === null ? share(now.getTime()) : null,
    met: times.metAt === null ? null : share(times.metAt.getTime()),
  };
}
