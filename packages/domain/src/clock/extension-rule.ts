// The extension rule itself (DOMAIN §8.8, 信访工作条例 34 by analogy), written once: the decision asks it before it
// grants, and the fold asks it again of what was stored.
import type { ExtendedEvent } from './clock-events';

export const LEAST_EXTENSION_DAYS = 1;
export const MOST_EXTENSION_DAYS = 30;

export const EXTENSION_FAULTS = [
  'already-extended',
  'asked-after-expiry',
  'self-approved',
  'days-out-of-range',
  'no-reason',
] as const;
export type ExtensionFault = (typeof EXTENSION_FAULTS)[number];

export interface ExtensibleClock {
  /** Also in an earlier round: one case is extended once. */
  readonly extensionUsed: boolean;
  /** The day to beat; null while the clock stands still, when no day can pass. */
  readonly dueAt: Date | null;
}

type AskedExtension = Pick<ExtendedEvent, 'days' | 'reason' | 'requestedBy' | 'requestedAt' | 'approvedBy'>;

/**
 * The first fault, or null. It is the *asking* that must come before the due day has passed: whoever asked in time is
 * not made late by a slow approver.
 */
export function extensionFault(asked: AskedExtension, clock: ExtensibleClock): ExtensionFault | null {
  const { days, reason, requestedBy, requestedAt, approvedBy } = asked;
  if (clock.extensionUsed) return 'already-extended';
  if (clock.dueAt !== null && requestedAt.getTime() >= clock.dueAt.getTime()) return 'asked-after-expiry';
  if (requestedBy === approvedBy) return 'self-approved';
  if (!Number.isInteger(days) || days < LEAST_EXTENSION_DAYS || days > MOST_EXTENSION_DAYS) return 'days-out-of-range';
  if (reason.trim() === '') return 'no-reason';
  return null;
}
