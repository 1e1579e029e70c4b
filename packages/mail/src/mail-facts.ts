// What the classifier looks at, gathered once.
import type { MailAddress } from '@jieban/application/intake/mail-reader';
import type { MimePart } from './mime-outline';

export interface MailFacts {
  /** The first header of that name, unfolded; null when the mail has none. */
  readonly header: (name: string) => string | null;
  readonly from: MailAddress | null;
  readonly subject: string;
  readonly text: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly caseNumbers: readonly string[];
  readonly parts: readonly [MimePart, ...MimePart[]];
  /** The decoded text of one part of this mail. */
  readonly readPart: (part: MimePart) => string;
}

/** The part in front of the `@`, lower-case; empty when there is no address. */
export function localPartOf(address: MailAddress | null): string {
  const at = address?.address.lastIndexOf('@') ?? -1;
  return address === null || at <= 0 ? '' : address.address.slice(0, at).toLowerCase();
}

/** `Return-Path: <>`: the envelope of machines, to which nothing may be sent (RFC 5321 4.5.5). */
export function hasNullReturnPath(facts: MailFacts): boolean {
  return /^<\s*>$/.test(facts.header('return-path') ?? '');
}

/** `Auto-Submitted` without its parameters, lower-case; empty when absent or `no` (RFC 3834 5). */
export function autoSubmittedOf(facts: MailFacts): string {
  const value = (facts.header('auto-submitted') ?? '').split(/[;\s(]/)[0]?.toLowerCase() ?? '';
  return value === 'no' ? '' : value;
}
