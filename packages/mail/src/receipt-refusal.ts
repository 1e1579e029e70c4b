// Whether an automatic receipt may go back (RFC 3834 2: never answer machines, never start a loop). Refusing a receipt
// never changes what the mail is: a complaint sent through a mailing list is registered and gets its real reply.
import type { ReceiptRefusal } from '@jieban/application/intake/mail-reader';
import type { MailKind } from '@jieban/domain/complaint/vocabulary';
import { autoSubmittedOf, hasNullReturnPath, localPartOf, type MailFacts } from './mail-facts';

const NO_REPLY =
  /^(?:(?:.*[-_.])?(?:no|not|donot|do[-_.]not)[-_.]?reply|mailer[-_.]?daemon|mail[-_.]?daemon|postmaster|nobody|bounces?|auto[-_.]?reply|listserv|majordomo|owner-.*|.*-(?:owner|request|bounces?))(?:[-+_.].*)?$/;
const LIST_HEADERS = ['list-id', 'list-unsubscribe', 'list-post'];

/** `ownAddresses` lower-case: the bureau's own mailboxes. */
export function refuseReceipt(
  kind: MailKind,
  facts: MailFacts,
  ownAddresses: ReadonlySet<string>,
): ReceiptRefusal | null {
  if (kind !== 'complaint' && kind !== 'reply') return 'not-a-complaint';
  const address = facts.from?.address.toLowerCase() ?? '';
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) return 'no-address';
  if (ownAddresses.has(address)) return 'own-address';
  // QQ answers from an envelope such as name+auto_=…@qq.com.
  if (NO_REPLY.test(localPartOf(facts.from)) || /\+auto_=/.test(address)) return 'no-reply-address';
  if (LIST_HEADERS.some((name) => facts.header(name) !== null)) return 'mailing-list';
  if (/^(?:bulk|list|junk)$/i.test(facts.header('precedence') ?? '')) return 'mailing-list';
  if (hasNullReturnPath(facts) || autoSubmittedOf(facts) !== '') return 'automatic-mail';
  if (/\b(?:all|autoreply|oof)\b/i.test(facts.header('x-auto-response-suppress') ?? '')) return 'automatic-mail';
  return null;
}
