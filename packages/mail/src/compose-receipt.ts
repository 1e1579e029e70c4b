// The automatic receipt (登记回执): tells the sender the case number and the two days, and nothing of what they wrote,
// since a mailbox may be shared and subjects show on a locked screen (DOMAIN §2.7). It never meets the procedural
// clock (§8.4), and says so.
import { formatChineseDate, formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';
import type { CivilDate } from '@jieban/domain/time/civil-date';
import type { ComposedMail } from './composed-mail';
import { cleanLine } from './clean-text';
import { automaticMailHeaders } from './own-mail';
import { threadHeaders } from './thread-headers';

export interface ReceiptInput {
  readonly caseNumber: string;
  readonly receivedAt: Date;
  readonly proceduralDueOn: CivilDate;
  readonly substantiveDueOn: CivilDate;
  /** A day lies beyond the published holiday calendar and may still move (暂定). */
  readonly isProvisional: boolean;
  readonly bureauName: string;
  /** Null when the bureau has set none; the line is then left out. */
  readonly bureauPhone: string | null;
  /** The Message-ID of the sender's mail, for threading. */
  readonly originalMessageId: string | null;
  /** The References of the sender's mail, oldest first. */
  readonly originalReferences: readonly string[];
}

export function composeReceipt(input: ReceiptInput): ComposedMail {
  const number = cleanLine(input.caseNumber);
  const phone = input.bureauPhone === null ? [] : [`联系电话：${cleanLine(input.bureauPhone)}`];
  return {
    subject: `关于您来信的登记回执 编号 ${number}`,
    text: [
      '您好：',
      '',
      `您的来信已于${formatReceivedAt(input.receivedAt)}收到并登记，编号为 ${number}。`,
      '',
      `程序性答复期限：${formatChineseDate(input.proceduralDueOn)}前（含当日）`,
      `实体办理结果期限：${formatChineseDate(input.substantiveDueOn)}前（含当日）`,
      ...(input.isProvisional ? ['（期限为暂定：相应年度的放假安排公布后，可能随之调整。）'] : []),
      '',
      '本邮件由系统自动发出，仅表示来信已经登记；本回执不是程序性答复，也不代表对来信内容的处理意见。',
      '如需补充材料，请直接回复本邮件，并在主题中保留上述编号。我局将依法为您的信息保密。',
      '',
      ...phone,
      cleanLine(input.bureauName),
      '',
    ].join('\n'),
    html: null,
    headers: {
      ...automaticMailHeaders('receipt', 'auto-replied'),
      ...threadHeaders(input.originalMessageId, input.originalReferences),
    },
  };
}

/** 2024年3月15日16时34分, Shanghai time. */
function formatReceivedAt(instant: Date): string {
  const [, year, month, day, hour, minute] =
    /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)/.exec(formatShanghaiInstant(instant)) ?? [];
  return `${year ?? ''}年${Number(month)}月${Number(day)}日${Number(hour)}时${minute ?? ''}分`;
}
