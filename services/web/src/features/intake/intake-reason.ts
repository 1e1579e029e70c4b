// Why an item stands where it stands. The server writes the reason when it decides; for mail that it could not read it
// names the oddity by its code inside the sentence, and the same codes come once more as the warnings.
import type { TFunction } from 'i18next';
import { mailWarningText } from '../../ui/mail-warning-text';

interface Reasoned {
  readonly reason: string | null;
  readonly warnings: readonly string[];
}

export function intakeReasonText({ reason, warnings }: Reasoned, t: TFunction): string {
  const sentences = new Set<string>();
  if (reason !== null)
    sentences.add(warnings.reduce((text, code) => text.replace(code, mailWarningText(code, t)), reason));
  for (const code of warnings) {
    if (reason?.includes(code) !== true) sentences.add(mailWarningText(code, t));
  }
  return [...sentences].join(';');
}
