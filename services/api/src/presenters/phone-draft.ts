import type { SavedPhoneDraft } from '@jieban/application/phone/phone-draft-store';
import { phoneDraftContentSchema, type PhoneDraft } from '@jieban/contracts/api/phone';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';

/** Read through today's schema, which fills in what a draft of an older release lacks. */
export function presentPhoneDraft({ id, content, savedAt }: SavedPhoneDraft): PhoneDraft {
  return { id, content: phoneDraftContentSchema.parse(content), savedAt: formatShanghaiInstant(savedAt) };
}
