import {
  phoneRecordResponseSchema,
  type PhoneDraftContent,
  type PhoneRecordRequest,
  type PhoneRecordResponse,
} from '@jieban/contracts/api/phone';
import { API } from '@jieban/contracts/api/routes';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
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

/**
 * Sends the call as a record. On a flaky line it is sent again under the same key (the draft's id), so whichever
 * attempt got through, there is one case.
 */
export function useSendRecord(
  clientId: string,
  autosave: DraftAutosave,
  onSaved: (record: PhoneRecordResponse) => void,
): UseMutationResult<PhoneRecordResponse, Error, PhoneDraftContent> {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (content: PhoneDraftContent) => {
      await autosave.stop();
      const body = { ...content, clientId } as PhoneRecordRequest;
      return requestJson(API.phoneRecords, phoneRecordResponseSchema, {
        method: 'POST',
        body,
        idempotencyKey: clientId,
      });
    },
    retry: (count, error) => count < MOST_RETRIES && isWorthRepeating(error),
    retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, 15_000),
    onSuccess: (record) => {
      void queryClient.invalidateQueries({ queryKey: ['board'] });
      void queryClient.invalidateQueries({ queryKey: ['cases'] });
      onSaved(record);
    },
    // Refused: the words go on being kept while the officer corrects them.
    onError: (_error, content) => autosave.touch(content),
  });
}
