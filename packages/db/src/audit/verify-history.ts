// Proves the history: each case's chain, the daily roots, and that both tell the same. Reads only, in parts, and as of
// one instant, so that whoever works in the meantime neither waits nor is mistaken for a forger.
import { sql } from 'drizzle-orm';
import type { DatabaseConnection, Executor } from '../connect';
import type { BrokenRoot, HistoryBreak } from './history-break';
import { verifyCases, type CaseFinding } from './verify-cases';
import { verifyRoots, type RootNote } from './verify-roots';

export interface VerificationOptions {
  /** Roots that were noted outside the database. */
  readonly notedRoots: readonly RootNote[];
  /** Called for each break as it is found; the first call names the first broken link. */
  readonly onBreak: (found: HistoryBreak) => void;
  readonly onProgress: (soFar: VerificationCounts) => void;
}

export interface VerificationCounts {
  readonly cases: number;
  readonly events: number;
  readonly roots: number;
}

export interface Verification extends VerificationCounts {
  readonly newestRoot: RootNote | null;
  readonly breaks: number;
  /** False when it was stopped after `MOST_BREAKS`; the counts then say how far it came. */
  readonly isComplete: boolean;
}

/** Nobody reads more, and a register that lost a million cases must not fill the memory with their names. */
export const MOST_BREAKS = 1_000;

class EnoughFound extends Error {}

export async function verifyHistory(
  { db }: Pick<DatabaseConnection, 'db'>,
  options: VerificationOptions,
): Promise<Verification> {
  const brokenCases = new Set<string>();
  let counts: VerificationCounts = { cases: 0, events: 0, roots: 0 };
  let breaks = 0;
  const report = (found: HistoryBreak) => {
    breaks += 1;
    options.onBreak(found);
    if (breaks >= MOST_BREAKS) throw new EnoughFound();
  };
  const verify = async (tx: Executor): Promise<RootNote | null> => {
    // A case is named once, by its first broken link.
    const onFinding = async (finding: CaseFinding | BrokenRoot) => {
      if ('of' in finding) {
        report(finding);
      } else if (!brokenCases.has(finding.complaintId)) {
        brokenCases.add(finding.complaintId);
        report({ of: 'case', number: await numberOf(tx, finding.complaintId), ...finding });
      }
    };
    const onProgress = (step: Partial<VerificationCounts>) => {
      counts = { ...counts, ...step };
      options.onProgress(counts);
    };
    await verifyCases(tx, onFinding, onProgress);
    return verifyRoots(tx, options.notedRoots, onFinding, (roots) => onProgress({ roots }));
  };
  let newestRoot: RootNote | null = null;
  let isComplete = true;
  try {
    newestRoot = await db.transaction(verify, { isolationLevel: 'repeatable read', accessMode: 'read only' });
  } catch (error) {
    if (!(error instanceof EnoughFound)) throw error;
    isComplete = false;
  }
  return { ...counts, newestRoot, breaks, isComplete };
}

async function numberOf(tx: Executor, complaintId: string): Promise<string | null> {
  const [row] = await tx.execute<{ number: string }>(sql`
    select number from complaint where id = ${complaintId}::uuid`);
  return row?.number ?? null;
}
