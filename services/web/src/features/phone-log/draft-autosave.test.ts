import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PhoneDraftContent } from '@jieban/contracts/api/phone';
import { PAUSE_MILLISECONDS, createDraftAutosave, type SaveState } from './draft-autosave';
import { BLANK_CALL, isBlankCall } from './phone-draft';

const words = (content: string): PhoneDraftContent => ({ ...BLANK_CALL, content });

function setUp(answers: (() => Promise<void>)[] = []) {
  const saved: string[] = [];
  const states: SaveState['kind'][] = [];
  const autosave = createDraftAutosave({
    save: async (content) => {
      saved.push(content.content);
      await answers.shift()?.();
    },
    onState: (state) => states.push(state.kind),
  });
  return { autosave, saved, states };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('saving a call while it is typed', () => {
  test('one save per pause, with the last words', async () => {
    const { autosave, saved, states } = setUp();

    autosave.touch(words('公'));
    autosave.touch(words('公墓'));
    await vi.advanceTimersByTimeAsync(PAUSE_MILLISECONDS);

    expect(saved).toEqual(['公墓']);
    expect(states.at(-1)).toBe('saved');
  });

  test('what failed is tried again without another word typed', async () => {
    const { autosave, saved, states } = setUp([() => Promise.reject(new Error('line down'))]);

    autosave.touch(words('公墓'));
    await vi.advanceTimersByTimeAsync(PAUSE_MILLISECONDS);
    expect(states.at(-1)).toBe('failed');
    await vi.advanceTimersByTimeAsync(60_000);

    expect(saved).toEqual(['公墓', '公墓']);
    expect(states.at(-1)).toBe('saved');
  });

  test('words typed during a save are saved after it, never under it', async () => {
    let release = (): void => undefined;
    const slow = new Promise<void>((resolve) => (release = resolve));
    const { autosave, saved } = setUp([() => slow]);

    autosave.touch(words('旧'));
    await vi.advanceTimersByTimeAsync(PAUSE_MILLISECONDS);
    autosave.touch(words('新'));
    await vi.advanceTimersByTimeAsync(PAUSE_MILLISECONDS * 3);
    expect(saved).toEqual(['旧']);
    release();
    await vi.advanceTimersByTimeAsync(PAUSE_MILLISECONDS);

    expect(saved).toEqual(['旧', '新']);
  });

  test('closing the page saves at once', () => {
    const { autosave, saved } = setUp();

    autosave.touch(words('公墓'));
    autosave.flush();

    expect(saved).toEqual(['公墓']);
  });

  test('after stopping for the record no draft is sent any more', async () => {
    const { autosave, saved } = setUp();

    autosave.touch(words('公墓'));
    await autosave.stop();
    autosave.flush();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(saved).toEqual([]);
  });
});

test('a form with nothing but the time in it is no call yet', () => {
  expect(isBlankCall({ ...BLANK_CALL, calledAt: '2026-11-23T10:00:00+08:00' })).toBe(true);
  expect(isBlankCall(words('公墓'))).toBe(false);
});
