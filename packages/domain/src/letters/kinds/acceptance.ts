// 受理告知书: we take the matter, this unit handles it, and you hear from us by this day.
import { checkReceiver } from '../checks/check-receiver';
import { checkDayOrder } from '../checks/check-day-order';
import type { LetterDefinition } from '../letter-definition';
import type { AcceptanceFields } from '../letter-fields';
import { letterDay, phrase, sentence } from '../wording';
import { commonWords } from './common-words';

export const acceptance: LetterDefinition<AcceptanceFields> = {
  salutation: ({ salutation }) => salutation,
  required: [
    { field: 'salutation', label: '称谓' },
    { field: 'acceptedOn', label: '受理日期' },
    { field: 'enquiry', label: '查询方式' },
    { field: 'howToSupplement', label: '补充材料途径' },
  ],
  check: (fields, facts) => [
    ...checkReceiver('handlingUnit', '承办机构', fields.handlingUnit, facts),
    ...checkDayOrder([
      { field: 'receivedOn', label: '收到日期', on: fields.receivedOn },
      { field: 'acceptedOn', label: '受理日期', on: fields.acceptedOn },
      { field: 'issuedOn', label: '落款日期', on: fields.issuedOn },
    ]),
    ...checkDayOrder([
      { field: 'acceptedOn', label: '受理日期', on: fields.acceptedOn },
      { field: 'substantiveDueOn', label: '实体办理到期日', on: fields.substantiveDueOn },
    ]),
  ],
  words: (fields) => ({
    one: {
      ...commonWords(fields),
      acceptedOn: letterDay(fields.acceptedOn),
      handlingUnit: phrase(fields.handlingUnit.name),
      substantiveDueOn: letterDay(fields.substantiveDueOn),
      provisional: fields.isProvisional ? '是' : '',
      enquiry: sentence(fields.enquiry),
      howToSupplement: sentence(fields.howToSupplement),
    },
    many: {},
  }),
  template: [
    {
      style: 'body',
      text: '您于{receivedOn}通过{receivedThrough}反映的{subject}事项，我局已登记（编号：{caseNumber}）。经审查，决定自{acceptedOn}起予以受理。',
    },
    {
      style: 'body',
      text: '该事项由{handlingUnit}承办，我局将于{substantiveDueOn}前（含当日）向您答复办理情况。',
    },
    {
      style: 'body',
      when: 'provisional',
      text: '上述到期日为暂定：相应年度的放假安排公布后，可能随之调整。',
    },
    { style: 'body', text: '查询办理进度：{enquiry}' },
    { style: 'body', text: '补充材料：{howToSupplement}联系时请说明上述编号。' },
    { style: 'body', text: '我局将依法为您的信息保密。' },
  ],
};
