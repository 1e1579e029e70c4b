// Words of a Chinese text, by jieba with the words of our tables added to its dictionary.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as NativeJieba from '@node-rs/jieba';
import { segmentedText, type SegmentedText } from '@jieban/domain/classification/segmented-text';

/**
 * How often the dictionary believes our words to occur: enough to keep them whole, too little to tear a common
 * neighbour apart.
 */
const WORD_FREQUENCY = 1_000;

export interface Segmenter {
  segment: (text: string) => SegmentedText;
  /** Reads the dictionary now (some tenths of a second) instead of at the first text. */
  load: () => void;
}

// Not `require`: the bundles declare one of their own.
const requireHere = createRequire(import.meta.url);

/** Loads the native module and its 5 MB dictionary at first use, once for each segmenter; works in worker threads. */
export function createSegmenter(userWords: readonly string[]): Segmenter {
  let jieba: NativeJieba.Jieba | undefined;
  const loaded = (): NativeJieba.Jieba => {
    if (jieba !== undefined) return jieba;
    const native = requireHere('@node-rs/jieba') as typeof NativeJieba;
    // dict.js of the package would read its 6 MB of frequencies as well, which nobody here needs.
    jieba = native.Jieba.withDict(readFileSync(requireHere.resolve('@node-rs/jieba/dict.txt')));
    const lines = userWords.map((word) => `${word} ${String(WORD_FREQUENCY)} n`);
    jieba.loadDict(Buffer.from(`${lines.join('\n')}\n`));
    return jieba;
  };
  return {
    load: () => void loaded(),
    segment: (text) => {
      // Half a surrogate pair would come back from the native side as another character.
      const wellFormed = text.replace(/\p{Surrogate}/gu, '\ufffd');
      return segmentedText(wellFormed, loaded().cut(wellFormed, true));
    },
  };
}
