import type { ComplaintDraft } from '../register/registration-store';
import type { ReadMail } from './mail-reader';
import { storable, storableSubject } from './storable-text';

/** What a mail says as a complaint. A mail without a subject is named by its first line; an empty one says so. */
export function draftFromMail(mail: ReadMail, receivedAt: Date): ComplaintDraft {
  const text = storable(mail.text).trim();
  const firstLine = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const subject = storableSubject(mail.subject) || storableSubject(firstLine) || '(无主题)';
  return {
    channel: 'mailbox',
    receivedAt,
    subject,
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
