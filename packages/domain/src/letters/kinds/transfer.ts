// 转送告知书: the matter belongs to another body and has gone there; never to whom the complaint is about.
import { checkDayOrder } from '../checks/check-day-order';
import { checkReceiver } from '../checks/check-receiver';
import type { LetterDefinition } from '../letter-definition';
import type { TransferFields } from '../letter-fields';
import { letterDay, phrase } from '../wording';
import { commonWords } from './common-words';

const MATERIALS: Readonly<Record<TransferFields['materials'], string>> = {
  redacted: '转送时附有隐去您个人信息的材料',
  none: '转送时未附您提交的材料',
};

export const transfer: LetterDefinition<TransferFields> = {
  salutation: ({ salutation }) => salutation,
  required: [
    { field: 'salutation', label: '称谓' },
    { field: 'transferredOn', label: '转送日期' },
  ],
  check: (fields, facts) => [
    ...checkReceiver('receiver', '接收单位', fields.receiver, facts),
    ...checkDayOrder([
      { field: 'receivedOn', label: '收到日期', on: fields.receivedOn },
      { field: 'transferredOn', label: '转送日期', on: fields.transferredOn },
      { field: 'issuedOn', label: '落款日期', on: fields.issuedOn },
    ]),
  ],
  words: (fields) => ({
    one: {
      ...commonWords(fields),
      receiver: phrase(fields.receiver.name),
      receiverPhone: phrase(fields.receiverPhone),
      transferredOn: letterDay(fields.transferredOn),
      materials: MATERIALS[fields.materials],
      substantiveDueOn: letterDay(fields.substantiveDueOn),
    },
    many: {},
  }),
  template: [
    {
      style: 'body',
      text: '您于{receivedOn}通过{receivedThrough}反映的{subject}事项，我局已登记（编号：{caseNumber}）。经审查，该事项属于{receiver}的职责范围。',
    },
    {
      style: 'body',
      text: '我局已于{transferredOn}将该事项转送{receiver}办理，{materials}，请您留意其答复。',
    },
    { style: 'body', when: 'receiverPhone', text: '{receiver}的联系电话：{receiverPhone}。' },
    {
      style: 'body',
      when: 'substantiveDueOn',
      text: '转送后我局仍将督促办理，办理情况将于{substantiveDueOn}前（含当日）答复您。',
    },
    { style: 'body', text: '我局将依法为您的信息保密。' },
  ],
};
