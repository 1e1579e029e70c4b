import {
  phoneRecordResponseSchema,
  type PhoneDraftContent,
  type PhoneRecordResponse,
} from '@jieban/contracts/api/phone';
import { API } from '@jieban/contracts/api/routes';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { NetworkFailure, hasCode, isStatus } from '../../api/problem';
import { requestJson } from '../../api/request';
import type { DraftAutosave } from './draft-autosave';

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

export interface SentRecord {
  readonly record: PhoneRecordResponse;
  /** An attempt whose answer was lost had got through, and the words were changed after it. */
  readonly isEarlierVersion: boolean;
}

/**
 * Sends the call as a record. On a flaky line it is sent again under the same key (the draft's id), so whichever
 * attempt got through, there is one case.
 */
export function useSendRecord(
  clientId: string,
  autosave: DraftAutosave,
  onSaved: (sent: SentRecord) => void,
): UseMutationResult<SentRecord, Error, PhoneDraftContent> {
  const queryClient = useQueryClient();
  const unanswered = useRef<PhoneDraftContent | null>(null);

  async function send(content: PhoneDraftContent): Promise<PhoneRecordResponse> {
    const body = { ...content, clientId };
    return requestJson(API.phoneRecords, phoneRecordResponseSchema, { method: 'POST', body, idempotencyKey: clientId });
  }

  return useMutation({
    mutationFn: async (content: PhoneDraftContent) => {
      await autosave.stop();
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
    onSuccess: (sent) => {
      void queryClient.invalidateQueries({ queryKey: ['board'] });
      void queryClient.invalidateQueries({ queryKey: ['cases'] });
      onSaved(sent);
    },
    // Refused: the words go on being kept while the officer corrects them.
    onError: (_error, content) => autosave.touch(content),
  });
}
