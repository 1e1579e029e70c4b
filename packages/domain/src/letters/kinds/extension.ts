// 延期告知书: the day that was promised, the day that stands now, why, and that it was approved.
import { checkDayOrder } from '../checks/check-day-order';
import type { LetterDefinition } from '../letter-definition';
import type { ExtensionFields } from '../letter-fields';
import { problem } from '../letter-problem';
import { daysBetween } from '../../time/civil-date';
import { letterDay, sentence } from '../wording';
import { commonWords, entries } from './common-words';

/** 信访工作条例 34, by analogy. */
const MOST_DAYS = 30;

export const extension: LetterDefinition<ExtensionFields> = {
  salutation: ({ salutation }) => salutation,
  required: [
    { field: 'salutation', label: '称谓' },
    { field: 'reasons', label: '延期理由' },
    { field: 'approvedOn', label: '批准日期' },
  ],
  check: (fields) => [
    ...checkDayOrder([
      { field: 'originalDueOn', label: '原到期日', on: fields.originalDueOn },
      { field: 'newDueOn', label: '新到期日', on: fields.newDueOn, isStrict: true },
    ]),
    ...checkDayOrder([
      { field: 'receivedOn', label: '收到日期', on: fields.receivedOn },
      { field: 'approvedOn', label: '批准日期', on: fields.approvedOn },
      { field: 'issuedOn', label: '落款日期', on: fields.issuedOn },
    ]),
    ...(Number.isInteger(fields.extensionDays) && fields.extensionDays >= 1 && fields.extensionDays <= MOST_DAYS
      ? []
      : [problem('extension-length', 'extensionDays', `延长天数应当在1日至${MOST_DAYS}日之间。`)]),
  ],
  words: (fields) => ({
    one: {
      ...commonWords(fields),
      originalDueOn: letterDay(fields.originalDueOn),
      newDueOn: letterDay(fields.newDueOn),
      extensionDays: String(fields.extensionDays),
      approvedOn: letterDay(fields.approvedOn),
      counted:
        daysBetween(fields.originalDueOn, fields.newDueOn) === fields.extensionDays
          ? '含当日'
          : '含当日，到期日逢休假日的已顺延至其后第一个工作日',
      provisional: fields.isProvisional ? '是' : '',
    },
    many: { reasons: entries('reason', fields.reasons.map(sentence)) },
  }),
  template: [
    {
      style: 'body',
      text: '您于{receivedOn}通过{receivedThrough}反映的{subject}事项（编号：{caseNumber}），我局原定于{originalDueOn}前（含当日）向您答复办理情况。因下列原因，该事项需要延长办理期限：',
    },
    { style: 'item', each: 'reasons', text: '{reason}' },
    {
      style: 'body',
      text: '经本局负责人于{approvedOn}批准，办理期限延长{extensionDays}日。原到期日为{originalDueOn}，新到期日为{newDueOn}（{counted}）。',
    },
    {
      style: 'body',
      when: 'provisional',
      text: '新到期日为暂定：相应年度的放假安排公布后，可能随之调整。',
    },
    { style: 'body', text: '由此给您带来的不便，敬请谅解。我局将依法为您的信息保密。' },
  ],
};
