// The call in the form outlives the form: leaving the page, or a session that ends in the middle of a call, must not
// cost a word. In memory only, and only for the person who typed it; the browser stores nothing but the draft's id,
// by which a reloaded page finds its draft on the server again.
import type { OpenDraft } from './phone-draft';

const STORAGE_KEY = 'jieban.phone-draft';

let kept: { readonly userId: string; readonly draft: OpenDraft } | null = null;

export function keepCall(userId: string, draft: OpenDraft): void {
  kept = { userId, draft };
  sessionStorage.setItem(STORAGE_KEY, draft.id);
}

export function keptCallOf(userId: string): OpenDraft | null {
  return kept?.userId === userId ? kept.draft : null;
}

export function keptDraftId(): string | null {
  return sessionStorage.getItem(STORAGE_KEY);
}

export function forgetCall(): void {
  kept = null;
  sessionStorage.removeItem(STORAGE_KEY);
}
