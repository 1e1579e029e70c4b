// The words that every letter has.
import type { CommonFields } from '../letter-fields';
import { RECEIVED_THROUGH } from '../receipt-words';
import type { Words } from '../letter-definition';
import { letterDay, phrase } from '../wording';

export function commonWords(fields: CommonFields): Words {
  return {
    caseNumber: phrase(fields.caseNumber),
    receivedOn: letterDay(fields.receivedOn),
    receivedThrough: RECEIVED_THROUGH[fields.receivedThrough],
    subject: quoted(fields.subject),
  };
}

/** “…”, unless there is nothing to put between the marks. */
export function quoted(text: string): string {
  const inner = phrase(text);
  return inner === '' ? '' : `“${inner}”`;
}

/** One entry per text that says anything, under one name. */
export function entries(name: string, texts: readonly string[]): readonly Words[] {
  return texts.filter((text) => text.trim() !== '').map((text) => ({ [name]: text }));
}
