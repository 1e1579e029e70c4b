import type { ComplaintDraft } from '../register/registration-store';
import type { ReadMail } from './mail-reader';

const MAX_SUBJECT = 200;
/** PostgreSQL refuses NUL in text; lone surrogates cannot be encoded as UTF-8. The raw bytes stay in the blob. */
const UNSTORABLE = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text that the database can hold. */
export function storable(text: string): string {
  return text.replace(UNSTORABLE, '\uFFFD');
}

/** What a mail says as a complaint. A mail without a subject is named by its first line; an empty one says so. */
export function draftFromMail(mail: ReadMail, receivedAt: Date): ComplaintDraft {
  const text = storable(mail.text).trim();
  const firstLine = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const subject = storable(mail.subject).replace(/\s+/g, ' ').trim() || firstLine.trim() || '(无主题)';
  return {
    channel: 'mailbox',
    receivedAt,
    subject: [...subject].slice(0, MAX_SUBJECT).join(''),
    content: text === '' ? '(正文为空,请查看原件和附件)' : text,
    demand: '',
    place: '',
    category: '',
    externalNumber: null,
    accused: [],
    identity: {
      name: storable(mail.from?.name ?? ''),
      phone: '',
      email: storable(mail.from?.address ?? ''),
      address: '',
    },
    isAnonymous: mail.from === null,
    wantsSecrecy: false,
    handlingUnitId: null,
    registeredBy: null,
    hotlineDueAt: null,
  };
}
