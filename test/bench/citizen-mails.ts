// Mails as they come: some 2 KB each, in every encoding that the fixtures know, each from another sender.
import { buildMail, canEncode, MAIL_ENCODINGS } from '../fixtures/mail/build-mail';
import type { MailToAppend } from '../support/servers/dovecot';

const SIMPLIFIED =
  '本人反映某养老机构收费不透明、收取押金后拒不退还的问题。今年三月办理入住时,工作人员口头承诺押金可随时退还,' +
  '但六月退住时以各种理由推脱,至今未退。其间多次到机构协商,均被告知负责人不在。请贵局依法核实该机构的收费备案情况,' +
  '督促其退还押金,并对执法检查中未出示证件的情况一并调查处理,将结果书面告知本人。';
const TRADITIONAL =
  '本人反映某養老機構收費不透明、收取押金後拒不退還的問題。今年三月辦理入住時,工作人員口頭承諾押金可隨時退還,' +
  '但六月退住時以各種理由推脫,至今未退。其間多次到機構協商,均被告知負責人不在。請貴局依法核實該機構的收費備案情況,' +
  '督促其退還押金,並對執法檢查中未出示證件的情況一併調查處理,將結果書面告知本人。';

/** `prefix` keeps the mails of two folders apart: the same bytes would be the same complaint. */
export function citizenMails(count: number, prefix: string, folder: string, newest: Date): MailToAppend[] {
  return Array.from({ length: count }, (_, index) => {
    const encoding = MAIL_ENCODINGS[index % MAIL_ENCODINGS.length] ?? 'utf-8-base64';
    const paragraph = canEncode(encoding, SIMPLIFIED) ? SIMPLIFIED : TRADITIONAL;
    const source = buildMail({
      subject: paragraph.slice(2, 22),
      text: `${prefix} ${index}\n${paragraph}\n${paragraph}\n${paragraph}\n${paragraph}`,
      from: { name: '王某某', address: `${prefix}-${index}@example.com` },
      messageId: `<${prefix}-${index}@example.com>`,
      encoding,
    });
    return { source: Buffer.from(source), receivedAt: new Date(newest.getTime() - (count - index) * 1_000), folder };
  });
}
