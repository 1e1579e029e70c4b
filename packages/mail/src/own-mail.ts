// Marks on every mail that the product sends by itself, so that no other machine answers it, and so that a copy which
// comes back (a forwarding rule, a mailbox that is its own recipient) is known at once and opens no case.

export const OWN_MAIL_HEADER = 'X-Jieban-Mail';

export type OwnMailPurpose = 'receipt' | 'digest' | 'letter';

/** RFC 3834 5.2, and Microsoft's X-Auto-Response-Suppress for Exchange, which ignores the former. */
export function automaticMailHeaders(
  purpose: OwnMailPurpose,
  autoSubmitted: 'auto-replied' | 'auto-generated',
): Record<string, string> {
  return { 'Auto-Submitted': autoSubmitted, 'X-Auto-Response-Suppress': 'All', [OWN_MAIL_HEADER]: purpose };
}

/**
 * A letter is an officer's own word and says nothing of being automatic; above all it must not suppress reports, for
 * Exchange would then swallow the bounce that takes the credit back.
 */
export function letterMailHeaders(): Record<string, string> {
  return { [OWN_MAIL_HEADER]: 'letter' satisfies OwnMailPurpose };
}
