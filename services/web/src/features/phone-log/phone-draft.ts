// A call as it stands in the form, and how its draft travels to the server and back.
import { phoneDraftSchema, type PhoneDraft, type PhoneDraftContent } from '@jieban/contracts/api/phone';
import { API, pathTo } from '@jieban/contracts/api/routes';
import { queryOptions } from '@tanstack/react-query';
import { requestJson, requestNothing, type ResponseSchema } from '../../api/request';

export interface OpenDraft {
  /** Made by the page; becomes the record's `clientId`, so the same call never becomes two cases. */
  readonly id: string;
  readonly content: PhoneDraftContent;
  /** When the server last kept it; null for one that was only begun here. */
  readonly savedAt: string | null;
}

export const BLANK_CALL: PhoneDraftContent = {
  callerPhone: '',
  callerName: '',
  isAnonymous: false,
  wantsSecrecy: false,
  accusedText: '',
  accusedUnitId: null,
  place: '',
  subject: '',
  content: '',
  demand: '',
  calledAt: null,
};

/** The time alone does not make a draft: the page fills it in by itself. */
export function isBlankCall(content: PhoneDraftContent): boolean {
  return (Object.keys(BLANK_CALL) as (keyof PhoneDraftContent)[]).every(
    (field) => field === 'calledAt' || content[field] === BLANK_CALL[field],
  );
}

const draftListSchema: ResponseSchema<readonly PhoneDraft[]> = {
  parse: (value) =>
    phoneDraftSchema
      .array()
      .parse(typeof value === 'object' && value !== null && 'items' in value ? value.items : undefined),
};

export const phoneDraftsQuery = queryOptions({
  queryKey: ['phone-drafts'],
  queryFn: ({ signal }) => requestJson(API.phoneDrafts, draftListSchema, { signal }),
  // People's words: asked for afresh on each visit and kept by nobody in between.
  staleTime: 0,
  gcTime: 0,
  refetchOnWindowFocus: false,
});

export function savePhoneDraft(id: string, content: PhoneDraftContent, keepalive: boolean): Promise<void> {
  return requestNothing(pathTo(API.phoneDraft, { id }), { method: 'PUT', body: content, keepalive });
}

export function discardPhoneDraft(id: string): Promise<void> {
  return requestNothing(pathTo(API.phoneDraft, { id }), { method: 'DELETE' });
}
