// The state of a mailbox as a sentence: an officer reads "fine, polled 12 seconds ago", not a status code.
import type { MailboxList } from '@jieban/contracts/api/intake';
import type { TFunction } from 'i18next';
import { ageText, instantText } from '../../ui/shanghai-text';

export type MailboxStatus = MailboxList['items'][number];

/** The one mailbox that every installation has bears this id by default; others are named by their own. */
const BUREAU_MAILBOX = 'public';

export function mailboxName(mailbox: MailboxStatus, t: TFunction): string {
  return mailbox.id === BUREAU_MAILBOX ? t('mailbox.bureau') : mailbox.id;
}

/** `asOf` is the server's time, so that a wrong clock on the desk does not make a healthy mailbox look old. */
export function mailboxWords(mailbox: MailboxStatus, asOf: Date, t: TFunction): string {
  const since = instantText(new Date(mailbox.stateSince), asOf, t);
  switch (mailbox.state) {
    case 'polling':
      return mailbox.lastGoodPollAt === null
        ? t('mailbox.connecting')
        : t('mailbox.polling', { age: ageText(new Date(mailbox.lastGoodPollAt), asOf, t) });
    case 'connecting':
      return t('mailbox.connectingSince', { since });
    case 'failing':
      return t('mailbox.failing', { since });
    case 'not-configured':
      return t('mailbox.notConfigured');
  }
}
