// A record on a flaky line: it is sent again under the same key, so whichever attempt got through, there is one case.
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { NetworkFailure, hasCode, isStatus } from '../api/problem';

/** About a minute of silence in all, then the officer is asked. */
const MOST_RETRIES = 8;

function isWorthRepeating(error: unknown): boolean {
  // In flight: the attempt before this one got through and is still being worked on; its answer comes next time.
  return (
    error instanceof NetworkFailure ||
    hasCode(error, 'request_in_flight') ||
    [502, 503, 504].some((status) => isStatus(error, status))
  );
}

export interface SentOnce<Answer> {
  readonly record: Answer;
  /** An attempt whose answer was lost had got through, and the words were changed after it. */
  readonly isEarlierVersion: boolean;
}

export interface SendOnceOptions<Content, Answer> {
  /** Under a key that belongs to the record, not to the attempt. */
  readonly send: (content: Content) => Promise<Answer>;
  readonly onSuccess: (sent: SentOnce<Answer>, content: Content) => void;
  /** Refused, or given up. */
  readonly onError?: (content: Content) => void;
}

export function useSendOnce<Content, Answer>({
  send,
  onSuccess,
  onError,
}: SendOnceOptions<Content, Answer>): UseMutationResult<SentOnce<Answer>, Error, Content> {
  const unanswered = useRef<Content | null>(null);
  return useMutation({
    mutationFn: async (content: Content) => {
      try {
        return { record: await send(content), isEarlierVersion: false };
      } catch (error) {
        if (error instanceof NetworkFailure) unanswered.current ??= content;
        // The key is taken by other words: those of the attempt that was never answered. Ask for its answer.
        if (!hasCode(error, 'idempotency_key_reused') || unanswered.current === null) throw error;
        return { record: await send(unanswered.current), isEarlierVersion: true };
      }
    },
    retry: (count, error) => count < MOST_RETRIES && isWorthRepeating(error),
    retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, 15_000),
    onSuccess: (sent, content) => onSuccess(sent, content),
    onError: (_error, content) => onError?.(content),
  });
}
