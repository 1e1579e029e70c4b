// What a benchmark is and what it says. Every figure stands beside a ceiling that was measured in the same minutes on
// the same machine, because on a shared machine a figure alone says more about the neighbours than about us.

export interface BenchResult {
  readonly name: string;
  /** Of `ours` and `ceiling`. */
  readonly unit: string;
  readonly ours: number;
  readonly ceiling: number;
  /** `ours / ceiling`; where rounds take turns, the median of the rounds' own ratios. */
  readonly ratio: number;
  /** What must hold, in words; null for a line that only informs. */
  readonly required: string | null;
  /** Whether `required` holds; true where nothing is required. */
  readonly ok: boolean;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface BenchContext {
  /** Small sizes, for the smoke test: the figures mean nothing then. */
  readonly quick: boolean;
  /** One line for the person who waits. */
  readonly say: (line: string) => void;
}

export type Benchmark = (context: BenchContext) => Promise<BenchResult[]>;

/** `ratio` only where it is not simply ours / ceiling. */
export function describeResult(
  line: Pick<BenchResult, 'name' | 'unit' | 'ours' | 'ceiling' | 'detail'> & { readonly ratio?: number },
  requirement?: { readonly text: string; readonly holds: (ratio: number) => boolean },
): BenchResult {
  const { ratio = line.ours / line.ceiling } = line;
  return {
    ...line,
    ratio,
    required: requirement?.text ?? null,
    ok: requirement?.holds(ratio) ?? true,
  };
}
