// Lets the demo happen: every step runs through its real use case, in the order of time, with the clock at its moment.
// So numbers ascend with the days, and a case's history reads as if the bureau had worked with the product for months.
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';

export interface DemoStep {
  readonly at: Date;
  readonly run: (at: Date) => Promise<void>;
}

/** Steps of the same instant run in the order given. */
export async function replay(steps: readonly DemoStep[]): Promise<void> {
  const ordered = [...steps].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { at, run } of ordered) await run(at);
}

/** The cases of the demo by its own keys, filled while it is replayed. */
export interface DemoCases {
  opened(key: string, id: ComplaintId | null | undefined): void;
  idOf(key: string): ComplaintId;
}

export function trackCases(): DemoCases {
  const ids = new Map<string, ComplaintId>();
  return {
    opened: (key, id) => {
      if (id === null || id === undefined)
        throw new Error(`Item ${key} of the demo opened no case; look for its failure in the log above.`);
      ids.set(key, id);
    },
    idOf: (key) => {
      const id = ids.get(key);
      if (id === undefined) throw new Error(`Step for ${key} of the demo came before its case was opened.`);
      return id;
    },
  };
}
