// 督办通知书: a supervisor's own order on a case, to be answered by the unit.
import { checkDayOrder } from '../checks/check-day-order';
import { checkReceiver } from '../checks/check-receiver';
import type { LetterDefinition } from '../letter-definition';
import type { SupervisionFields } from '../letter-fields';
import { letterDay, sentence } from '../wording';
import { commonWords, entries } from './common-words';

export const supervision: LetterDefinition<SupervisionFields> = {
  salutation: ({ receiver }) => receiver.name,
  required: [
    { field: 'reasons', label: '督办理由' },
    { field: 'requirements', label: '督办要求' },
    { field: 'answerBy', label: '反馈期限' },
  ],
  check: (fields, facts) => [
    ...checkReceiver('receiver', '被督办单位', fields.receiver, facts),
    ...checkDayOrder([
      { field: 'issuedOn', label: '落款日期', on: fields.issuedOn },
      { field: 'answerBy', label: '反馈期限', on: fields.answerBy },
    ]),
  ],
  words: (fields) => ({
    one: { ...commonWords(fields), answerBy: letterDay(fields.answerBy) },
    many: {
      reasons: entries('reason', fields.reasons.map(sentence)),
      requirements: entries('requirement', fields.requirements.map(sentence)),
    },
  }),
  template: [
    {
      style: 'body',
      text: '{receivedOn}收到（来源：{receivedThrough}）、由你单位承办的{subject}事项（编号：{caseNumber}），经研究决定予以督办。',
    },
    { style: 'heading', text: '督办理由' },
    { style: 'item', each: 'reasons', text: '{reason}' },
    { style: 'heading', text: '督办要求' },
    { style: 'item', each: 'requirements', text: '{requirement}' },
    { style: 'body', text: '请于{answerBy}前（含当日）书面反馈落实情况。未按要求落实的，将按规定通报并追究责任。' },
  ],
};
