// Explanations of due days, each kept once however many complaints share it.
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Deadline, DeadlineStep } from '@jieban/domain/deadline/deadline';
import type { Executor } from './connect';
import { recordset } from './json-rows';

export interface ExplanationStore {
  /** Hexadecimal SHA-256 under which each deadline's steps are stored from now on, in the order given. */
  keep(deadlines: readonly Pick<Deadline, 'steps'>[]): Promise<string[]>;
}

/** A day has two or three explanations; this many days of them are remembered as stored. */
const REMEMBERED = 2_000;

/**
 * `aside`: outside the caller's transaction (see connect.ts), because two batches that register complaints of the same
 * days would otherwise wait for each other's first insert, and in the worst order for ever. An explanation whose
 * complaint is never committed harms nobody: it says what the rules say about a day.
 */
export function explanationStore(aside: Executor): ExplanationStore {
  const stored = new Set<string>();
  const named = new WeakMap<readonly DeadlineStep[], string>();

  const nameOf = (steps: readonly DeadlineStep[], text: () => string): string => {
    const name = named.get(steps) ?? createHash('sha256').update(text()).digest('hex');
    named.set(steps, name);
    return name;
  };

  return {
    async keep(deadlines) {
      const fresh = new Map<string, string>();
      const names = deadlines.map(({ steps }) => {
        const name = nameOf(steps, () => JSON.stringify(steps));
        if (!stored.has(name) && !fresh.has(name)) fresh.set(name, JSON.stringify(steps));
        return name;
      });
      if (fresh.size > 0) {
        const rows = [...fresh].map(([sha256, steps]) => ({ sha256, steps }));
        await aside.execute(sql`
          insert into deadline_explanation (sha256, steps)
          select decode(sha256, 'hex'), steps::json from ${recordset(rows)} as r(sha256 text, steps text)
          on conflict do nothing`);
        if (stored.size > REMEMBERED) stored.clear();
        for (const name of fresh.keys()) stored.add(name);
      }
      return names;
    },
  };
}
