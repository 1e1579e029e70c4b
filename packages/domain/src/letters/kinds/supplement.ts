// 补正通知书: everything that is missing, at once, with the reason for each and the day.
import { checkDayOrder } from '../checks/check-day-order';
import type { LetterDefinition } from '../letter-definition';
import type { SupplementFields } from '../letter-fields';
import { isBlank, problem } from '../letter-problem';
import { letterDay, sentence } from '../wording';
import { commonWords } from './common-words';

const OTHERWISE: Readonly<Record<SupplementFields['otherwise'], string>> = {
  'handled-as-known': '逾期未补充的，我局将按现有线索处理。',
  'deemed-withdrawn': '逾期未补充且现有线索不足以核查的，视为您放弃本次反映，我局将按程序办结；您此后仍可另行反映。',
};

export const supplement: LetterDefinition<SupplementFields> = {
  salutation: ({ salutation }) => salutation,
  required: [
    { field: 'salutation', label: '称谓' },
    { field: 'items', label: '需要补充的材料' },
    { field: 'respondBy', label: '补充期限' },
    { field: 'howToSupplement', label: '补充材料途径' },
  ],
  check: ({ items, respondBy, issuedOn, receivedOn }, facts) => [
    ...items.flatMap(({ what, why }, index) => [
      ...(isBlank(what) ? [problem('missing', 'items', `第${index + 1}项未写明需要补充什么。`)] : []),
      ...(isBlank(why) ? [problem('missing', 'items', `第${index + 1}项未说明为何需要。`)] : []),
    ]),
    ...checkDayOrder([
      { field: 'issuedOn', label: '落款日期', on: issuedOn ?? receivedOn },
      { field: 'respondBy', label: '补充期限', on: respondBy, isStrict: true },
    ]),
    ...(facts.wasSupplementAsked
      ? [problem('asked-twice', 'items', '补正应当一次性告知，本件已经发出过补正通知书。')]
      : []),
  ],
  words: (fields) => ({
    one: {
      ...commonWords(fields),
      respondBy: letterDay(fields.respondBy),
      howToSupplement: sentence(fields.howToSupplement),
      otherwise: OTHERWISE[fields.otherwise],
    },
    many: { items: fields.items.map(({ what, why }) => ({ what: sentence(what), why: sentence(why) })) },
  }),
  template: [
    {
      style: 'body',
      text: '您于{receivedOn}通过{receivedThrough}反映的{subject}事项，我局已登记（编号：{caseNumber}）。为便于核查，请您于{respondBy}前（含当日）一次性补充以下内容：',
    },
    { style: 'item', each: 'items', text: '{what}需要的原因：{why}' },
    { style: 'body', text: '补充途径：{howToSupplement}补充时请说明上述编号。' },
    {
      style: 'body',
      text: '自本通知发出的次日起至我局收到补充内容之日止，不计入实体办理期限。{otherwise}',
    },
    { style: 'body', text: '我局将依法为您的信息保密。' },
  ],
};
