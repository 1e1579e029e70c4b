// The port to the words: a segmenter and the tables of cue words. One for each process, because it holds a dictionary.
import type {
  ComplaintKind,
  DistrictCode,
  ProblemCategoryCode,
  RouteCode,
  SectionCode,
} from '@jieban/domain/classification/class-codes';
import type { Suggestions } from '@jieban/domain/classification/suggest';
import type { TextPrint } from '@jieban/domain/classification/text-likeness';

export interface TextClassification {
  readonly kind: Suggestions<ComplaintKind>;
  readonly problem: Suggestions<ProblemCategoryCode>;
  readonly section: Suggestions<SectionCode>;
  readonly elsewhere: Suggestions<RouteCode>;
  readonly district: Suggestions<DistrictCode>;
  /** How much of the text was looked at; `all` is false when the rest was not. */
  readonly looked: { readonly characters: number; readonly of: number; readonly all: boolean };
}

/** Help, never a gate: where no segmenter runs, both answer null and everything else goes on. */
export interface TextClassifier {
  classify(text: string): TextClassification | null;
  /** In order; lets other work of the process pass in between. */
  print(texts: readonly string[]): Promise<readonly TextPrint[] | null>;
}
