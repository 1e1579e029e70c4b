// Remedies as sentences, each with its article quoted.
import { REMEDY_RULES, type RemedyNotice } from '../remedies';
import type { Words } from '../letter-definition';
import { phrase } from '../wording';

export function remedyWords(remedies: readonly RemedyNotice[] | null): readonly Words[] {
  return (remedies ?? []).map(({ remedy, body }) => {
    const { sentence, period, law, article, text } = REMEDY_RULES[remedy];
    const parts: Words = { body: phrase(body), period, law, article, text };
    return { remedy: sentence.replace(/\{(\w+)\}/gu, (_, name: string) => parts[name] ?? '') };
  });
}
