// What a verification can find, in words that a program can tell apart; the command line says them in Chinese.
import type { CivilDate } from '@jieban/domain/time/civil-date';
import type { LinkFault } from './history-chain';

/**
 * Of a case, besides a broken link:
 * - `no-history`: the case is there, none of its events is.
 * - `case-row-missing`: its events are there, the case is not.
 * - `case-missing`: a daily root covers the case, and nothing of it is there.
 * - `rewritten`: its chain is whole, but not the one that a daily root covers.
 */
export type CaseFault = LinkFault | 'no-history' | 'case-row-missing' | 'case-missing' | 'rewritten';

/**
 * Of a daily root:
 * - `missing`: the root of this day is not there.
 * - `changed`: the root is not the one whose hash it bears.
 * - `wrong-previous-hash`: it does not follow the root of the day before.
 * - `tails-changed`: the tails written down for this day are not those that the root covers.
 * - `no-root`: tails are written down for this day, but it has no root.
 * - `not-as-noted`: its hash is not the one that was noted elsewhere.
 */
export type RootFault = 'missing' | 'changed' | 'wrong-previous-hash' | 'tails-changed' | 'no-root' | 'not-as-noted';

export interface BrokenCase {
  readonly of: 'case';
  readonly complaintId: string;
  /** Null when the case's own row is gone too. */
  readonly number: string | null;
  readonly seq: number;
  readonly what: CaseFault;
}

export interface BrokenRoot {
  readonly of: 'root';
  readonly day: CivilDate;
  readonly what: RootFault;
}

export type HistoryBreak = BrokenCase | BrokenRoot;
