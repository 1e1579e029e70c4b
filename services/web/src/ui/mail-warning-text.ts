// What was odd about a mail, in words. The reader of mails names each oddity by a short code and its list is open:
// a code that this page does not know is shown as it is rather than hidden.
import type { TFunction } from 'i18next';

const WHOLE = {
  'empty-message': 'mailWarning.emptyMessage',
  'no-header': 'mailWarning.noHeader',
  'parser-failed': 'mailWarning.parserFailed',
  'parser-time-limit': 'mailWarning.parserTimeLimit',
  'parser-lost': 'mailWarning.parserLost',
  'leading-bom-removed': 'mailWarning.leadingNoise',
  'leading-blank-lines-removed': 'mailWarning.leadingNoise',
  'content-type-repaired': 'mailWarning.contentType',
  'html-stripped-crudely': 'mailWarning.crudeText',
  'no-from': 'mailWarning.noFrom',
  'from-without-address': 'mailWarning.fromWithoutAddress',
  'no-date': 'mailWarning.noDate',
  'date-unreadable': 'mailWarning.dateUnreadable',
} as const;

const PARTS = {
  subject: 'mailPart.subject',
  from: 'mailPart.from',
  to: 'mailPart.to',
  header: 'mailPart.header',
  text: 'mailPart.text',
  'attachment-name': 'mailPart.attachmentName',
} as const;

/** `subject-repaired-gb18030` is a part of the mail and what was done to it. */
const DEEDS = {
  'repaired-gb18030': 'mailWarning.repaired',
  'widened-gb18030': 'mailWarning.repaired',
  'label-corrected-utf-8': 'mailWarning.repaired',
  'damaged-utf-8': 'mailWarning.damaged',
  'has-unreadable-characters': 'mailWarning.unreadable',
} as const;

const has = <T extends object>(table: T, key: string): key is Extract<keyof T, string> => Object.hasOwn(table, key);

export function mailWarningText(code: string, t: TFunction): string {
  if (has(WHOLE, code)) return t(WHOLE[code]);
  for (const part of Object.keys(PARTS)) {
    const deed = code.slice(part.length + 1);
    if (code.startsWith(`${part}-`) && has(PARTS, part) && has(DEEDS, deed)) {
      return t(DEEDS[deed], { part: t(PARTS[part]) });
    }
  }
  return code;
}

/** Two codes may read the same; one line each. */
export function mailWarningTexts(codes: readonly string[], t: TFunction): readonly string[] {
  return [...new Set(codes.map((code) => mailWarningText(code, t)))];
}
