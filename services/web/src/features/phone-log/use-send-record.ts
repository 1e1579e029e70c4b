import {
  phoneRecordResponseSchema,
  type PhoneDraftContent,
  type PhoneRecordResponse,
} from '@jieban/contracts/api/phone';
import { API } from '@jieban/contracts/api/routes';
import { useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { requestJson } from '../../api/request';
import { useSendOnce, type SentOnce } from '../../ui/use-send-once';
import type { DraftAutosave } from './draft-autosave';

export type SentRecord = SentOnce<PhoneRecordResponse>;

/** Sends the call as a record; its key is the draft's id. */
export function useSendRecord(
  clientId: string,
  autosave: DraftAutosave,
  onSaved: (sent: SentRecord) => void,
): UseMutationResult<SentRecord, Error, PhoneDraftContent> {
  const queryClient = useQueryClient();
  return useSendOnce({
    send: async (content: PhoneDraftContent) => {
      await autosave.stop();
      const body = { ...content, clientId };
      return requestJson(API.phoneRecords, phoneRecordResponseSchema, {
        method: 'POST',
        body,
        idempotencyKey: clientId,
      });
    },
    onSuccess: (sent) => {
      void queryClient.invalidateQueries({ queryKey: ['board'] });
      void queryClient.invalidateQueries({ queryKey: ['cases'] });
      onSaved(sent);
    },
    // Refused: the words go on being kept while the officer corrects them.
    onError: (content) => autosave.touch(content),
  });
}
