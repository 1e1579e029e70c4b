// Letters as an officer would write them, complete; name what the test is about.
import type { EntriesOf, LetterEntries } from '@jieban/application/letters/letter-entries';
import type { UnitId } from '@jieban/domain/complaint/vocabulary';
import { civilDate } from '@jieban/domain/time/civil-date';

type Entries<K extends LetterEntries['kind']> = Extract<LetterEntries, { readonly kind: K }>;
type Differing<K extends LetterEntries['kind']> = Partial<EntriesOf<K>>;

const TO_COMPLAINANT = { subject: '执法检查程序', salutation: '林女士' };

export function acceptanceEntries(unitId: UnitId, differing: Differing<'acceptance'> = {}): Entries<'acceptance'> {
  return {
    kind: 'acceptance',
    ...TO_COMPLAINANT,
    acceptedOn: civilDate('2026-05-08'),
    handlingUnit: { name: '办公室', unitId },
    enquiry: '可拨打0888-5550100',
    howToSupplement: '请直接回复本邮件',
    ...differing,
  };
}

export function rejectionEntries(differing: Differing<'rejection'> = {}): Entries<'rejection'> {
  return {
    kind: 'rejection',
    ...TO_COMPLAINANT,
    reasons: ['您反映的事项属于经营者价格行为的监督管理'],
    basis: ['《中华人民共和国价格法》第三十三条'],
    otherChannels: [{ organ: '云岭市市场监督管理局', phone: '12315' }],
    objection: '您可以自收到本告知书之日起15日内向我局书面提出',
    remedies: [],
    ...differing,
  };
}

export function extensionEntries(days: number): Entries<'extension'> {
  return {
    kind: 'extension',
    ...TO_COMPLAINANT,
    extensionDays: days,
    reasons: ['需要调取2023年以来的执法记录'],
    approvedOn: civilDate('2026-05-08'),
  };
}

export function replyEntries(numbers: readonly number[]): Entries<'reply'> {
  return {
    kind: 'reply',
    ...TO_COMPLAINANT,
    points: numbers.map((number) => ({
      number,
      matter: '执法检查程序',
      inquiry: '我局调取了执法记录仪录像,询问了检查人员',
      facts: '检查时未出示执法证,情况属实',
      basis: '《中华人民共和国行政处罚法》第五十五条',
      handling: '对检查人员进行了批评教育',
      rectification: '',
    })),
    isDisclosureLimited: false,
    remedies: [],
  };
}

export function dispatchSlipEntries(
  unitId: UnitId,
  summary: string,
  attachments: readonly string[] = [],
): Entries<'dispatch-slip'> {
  return {
    kind: 'dispatch-slip',
    subject: '执法检查程序',
    receiver: { name: '养老服务科', unitId },
    summary,
    requirements: ['核查是否出示执法证'],
    answerBy: civilDate('2026-05-20'),
    attachments,
  };
}
