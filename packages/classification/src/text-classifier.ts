// The segmenter of one process behind the application's port.
import { setImmediate as letOthersPass } from 'node:timers/promises';
import type { TextClassifier } from '@jieban/application/classification/text-classifier';
import { COMPARED_CHARACTERS, printText, type TextPrint } from '@jieban/domain/classification/text-likeness';
import { classify, CLASSIFIER_WORDS } from './classify';
import { createSegmenter, type Segmenter } from './segmenter';

/** Some milliseconds of words, then other requests have their turn. */
const TEXTS_AT_A_TIME = 20;

/**
 * Loads at the first text. Where the native module cannot be loaded, it says so once and answers null from then on.
 * The texts are nobody's to keep: nothing of them stays here.
 */
export function createTextClassifier(
  onUnavailable: (error: unknown) => void,
  segmenter: Segmenter = createSegmenter(CLASSIFIER_WORDS),
): TextClassifier {
  let isAvailable: boolean | undefined;
  const canSegment = (): boolean => {
    if (isAvailable !== undefined) return isAvailable;
    try {
      segmenter.load();
      isAvailable = true;
    } catch (error) {
      isAvailable = false;
      onUnavailable(error);
    }
    return isAvailable;
  };
  return {
    classify: (text) => (canSegment() ? classify(text, segmenter) : null),
    async print(texts) {
      if (!canSegment()) return null;
      const prints: TextPrint[] = [];
      for (const [at, text] of texts.entries()) {
        if (at > 0 && at % TEXTS_AT_A_TIME === 0) await letOthersPass();
        prints.push(printText(segmenter.segment(text.slice(0, COMPARED_CHARACTERS))));
      }
      return prints;
    },
  };
}
