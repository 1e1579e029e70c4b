// Both deadlines of one receipt, in the shape that `jieban deadline --json` prints.
import { formatShanghaiInstant } from '../time/shanghai-format';
import type { CivilDate } from '../time/civil-date';
import { computeDeadline } from './compute-deadline';
import type { Deadline, DeadlineStep } from './deadline';
import type { DeadlinePolicy } from './policies';
import type { WorkingCalendar } from './working-calendar';

export interface ExplainedDeadline {
  readonly nominalOn: CivilDate;
  readonly dueOn: CivilDate;
  /** ISO 8601 with +08:00; the first instant that is late. */
  readonly dueAt: string;
  readonly provisional: boolean;
  readonly steps: readonly DeadlineStep[];
}

export interface ExplainedDeadlines {
  /** ISO 8601 with +08:00, whatever offset the receipt was given in. */
  readonly received: string;
  readonly policy: DeadlinePolicy;
  readonly calendarVersion: string;
  readonly procedural: ExplainedDeadline;
  readonly substantive: ExplainedDeadline;
}

export interface ExplainDeadlinesInput {
  readonly receivedAt: Date;
  readonly policy: DeadlinePolicy;
  readonly calendar: WorkingCalendar;
}

/** @throws InvalidCivilDate when `receivedAt` is not a time. */
export function explainDeadlines({ receivedAt, policy, calendar }: ExplainDeadlinesInput): ExplainedDeadlines {
  return {
    received: formatShanghaiInstant(receivedAt),
    policy,
    calendarVersion: calendar.version,
    procedural: present(computeDeadline({ kind: 'procedural', receivedAt, policy, calendar })),
    substantive: present(computeDeadline({ kind: 'substantive', receivedAt, policy, calendar })),
  };
}

function present({ nominalOn, dueOn, dueAt, provisional, steps }: Deadline): ExplainedDeadline {
  return { nominalOn, dueOn, dueAt: formatShanghaiInstant(dueAt), provisional, steps };
}
