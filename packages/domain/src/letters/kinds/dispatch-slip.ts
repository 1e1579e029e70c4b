// 转办单: a redacted summary to the handling unit, with its own due day and the duty to keep silent.
import { checkDayOrder } from '../checks/check-day-order';
import { checkReceiver } from '../checks/check-receiver';
import type { LetterDefinition } from '../letter-definition';
import type { DispatchSlipFields } from '../letter-fields';
import { letterDay, phrase, sentence } from '../wording';
import { commonWords, entries } from './common-words';

export const dispatchSlip: LetterDefinition<DispatchSlipFields> = {
  salutation: ({ receiver }) => receiver.name,
  required: [
    { field: 'summary', label: '反映事项摘要' },
    { field: 'requirements', label: '办理要求' },
    { field: 'answerBy', label: '反馈期限' },
  ],
  check: (fields, facts) => [
    ...checkReceiver('receiver', '承办单位', fields.receiver, facts),
    ...checkDayOrder([
      { field: 'receivedOn', label: '收到日期', on: fields.receivedOn },
      { field: 'issuedOn', label: '落款日期', on: fields.issuedOn },
      { field: 'answerBy', label: '反馈期限', on: fields.answerBy },
    ]),
  ],
  words: (fields) => ({
    one: {
      ...commonWords(fields),
      summary: sentence(fields.summary),
      answerBy: letterDay(fields.answerBy),
    },
    many: {
      requirements: entries('requirement', fields.requirements.map(sentence)),
      attachments: entries('attachment', fields.attachments.map(phrase)),
    },
  }),
  template: [
    {
      style: 'body',
      text: '{receivedOn}收到（来源：{receivedThrough}）的{subject}事项（编号：{caseNumber}）现转你单位办理。',
    },
    { style: 'heading', text: '反映事项摘要（已隐去投诉举报人身份信息）' },
    { style: 'body', text: '{summary}' },
    { style: 'heading', text: '办理要求' },
    { style: 'item', each: 'requirements', text: '{requirement}' },
    { style: 'body', text: '请于{answerBy}前（含当日）办结并书面反馈办理情况。' },
    {
      style: 'body',
      text: '认为不属于本单位职责的，请于收到之日起2个工作日内书面说明理由退回，不得自行转送其他单位。',
    },
    { style: 'heading', text: '保密与回避' },
    {
      style: 'body',
      text: '不得将投诉举报材料及有关情况透露或者转给被投诉举报的人员或者单位，不得打探投诉举报人身份（《信访工作条例》第三十条）；与本事项有直接利害关系的人员应当回避（同条例第二十八条）。',
    },
    { style: 'heading', when: 'attachments', text: '附件（已隐去投诉举报人身份信息）' },
    { style: 'item', each: 'attachments', text: '{attachment}' },
  ],
};
