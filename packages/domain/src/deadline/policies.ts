// How a week is counted and whether a due day rolls: one value per deployment, stored on each clock, because the
// bureau's commitment says "a week" and "a month" without saying which kind.

/** A `DEADLINE_POLICIES` value is also what stands in the clock's row and on the command line. */
export const DEADLINE_POLICIES = ['calendar-roll', 'working-days', 'no-roll'] as const;
export type DeadlinePolicy = (typeof DEADLINE_POLICIES)[number];

export const DEFAULT_POLICY: DeadlinePolicy = 'calendar-roll';

export interface PolicyRules {
  /** In which unit the week of the procedural reply is counted. A month is always a calendar month (民法典 202). */
  readonly weekCountedIn: 'civil-days' | 'working-days';
  /** Whether a due day that is not worked moves to the next working day (民法典 203). */
  readonly rolls: boolean;
  /** For the settings page. */
  readonly label: string;
}

export const POLICY_RULES: Readonly<Record<DeadlinePolicy, PolicyRules>> = {
  'calendar-roll': { weekCountedIn: 'civil-days', rolls: true, label: '自然日，逢休假日顺延' },
  'working-days': { weekCountedIn: 'working-days', rolls: true, label: '一周按7个工作日' },
  'no-roll': { weekCountedIn: 'civil-days', rolls: false, label: '自然日，不顺延' },
};

/** For settings and command lines, which hand over plain text. */
export function isDeadlinePolicy(text: string): text is DeadlinePolicy {
  return DEADLINE_POLICIES.some((policy) => policy === text);
}
