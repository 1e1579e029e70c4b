// Saves what is being typed, a moment after the typing pauses. No React in here: it must go on while the page
// re-renders, and be testable with a clock that a test moves.
import type { PhoneDraftContent } from '@jieban/contracts/api/phone';

export const PAUSE_MILLISECONDS = 800;
const RETRY_MILLISECONDS = 5000;

export type SaveState =
  { readonly kind: 'untouched' | 'editing' | 'saving' | 'failed' } | { readonly kind: 'saved'; readonly at: Date };

export interface DraftAutosave {
  /** The form has changed. */
  touch(content: PhoneDraftContent): void;
  /** Saves at once what is not saved yet; the page is closing. */
  flush(): void;
  /**
   * No more saving; resolves when the save under way has ended. Awaited before the record is sent, because a draft
   * that arrives after its record would come back as an unfinished call.
   */
  stop(): Promise<void>;
}

export interface DraftAutosaveOptions {
  readonly save: (content: PhoneDraftContent, isClosing: boolean) => Promise<void>;
  readonly onState: (state: SaveState) => void;
}

export function createDraftAutosave({ save, onState }: DraftAutosaveOptions): DraftAutosave {
  // Words that are not on the server yet; null when all are.
  let unsaved: PhoneDraftContent | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<void> | null = null;
  let isStopped = false;

  function schedule(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => saveNow(false), milliseconds);
  }

  function saveNow(isClosing: boolean): void {
    clearTimeout(timer);
    if (unsaved === null || isStopped) return;
    // One at a time: an older save must not land on top of a newer one. A closing page cannot wait for that.
    if (underWay !== null && !isClosing) return;
    const content = unsaved;
    unsaved = null;
    onState({ kind: 'saving' });
    underWay = save(content, isClosing).then(
      () => settle(null),
      () => settle(content),
    );
  }

  function settle(failed: PhoneDraftContent | null): void {
    underWay = null;
    // What was typed meanwhile is newer than what failed.
    const isNewer = unsaved !== null;
    unsaved ??= failed;
    if (unsaved === null) onState({ kind: 'saved', at: new Date() });
    else onState({ kind: isNewer ? 'editing' : 'failed' });
    if (unsaved !== null && !isStopped) schedule(isNewer ? PAUSE_MILLISECONDS : RETRY_MILLISECONDS);
  }

  return {
    touch(content) {
      isStopped = false;
      unsaved = content;
      onState({ kind: 'editing' });
      schedule(PAUSE_MILLISECONDS);
    },
    flush: () => saveNow(true),
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
