// 催办通知书: the due day has passed; finish, and say why.
import { checkDayOrder } from '../checks/check-day-order';
import { checkReceiver } from '../checks/check-receiver';
import type { ClockKind } from '../../complaint/vocabulary';
import type { LetterDefinition } from '../letter-definition';
import type { UrgingFields } from '../letter-fields';
import { problem } from '../letter-problem';
import { letterDay, sentence } from '../wording';
import { commonWords, entries } from './common-words';

const CLOCK_NAMES: Readonly<Record<ClockKind, string>> = {
  procedural: '程序性答复',
  substantive: '实体办理',
  hotline: '热线工单',
};

export const urging: LetterDefinition<UrgingFields> = {
  salutation: ({ receiver }) => receiver.name,
  required: [{ field: 'answerBy', label: '书面说明期限' }],
  check: (fields, facts) => [
    ...checkReceiver('receiver', '承办单位', fields.receiver, facts),
    ...checkDayOrder([
      { field: 'dueOn', label: '到期日', on: fields.dueOn },
      { field: 'issuedOn', label: '落款日期', on: fields.issuedOn, isStrict: true },
      { field: 'answerBy', label: '书面说明期限', on: fields.answerBy },
    ]),
    ...(Number.isInteger(fields.overdueWorkingDays) && fields.overdueWorkingDays >= 0
      ? []
      : [problem('not-overdue', 'overdueWorkingDays', '超期工作日数应当是不小于0的整数。')]),
  ],
  words: (fields) => ({
    one: {
      ...commonWords(fields),
      clock: CLOCK_NAMES[fields.clock],
      dueOn: letterDay(fields.dueOn),
      // Over a weekend a matter is late, though by no working day yet.
      overdue: fields.overdueWorkingDays > 0 ? `已超期${fields.overdueWorkingDays}个工作日` : '已超期',
      answerBy: letterDay(fields.answerBy),
    },
    many: { requirements: entries('requirement', fields.requirements.map(sentence)) },
  }),
  template: [
    {
      style: 'body',
      text: '{receivedOn}收到（来源：{receivedThrough}）、由你单位承办的{subject}事项（编号：{caseNumber}），{clock}期限已于{dueOn}届满，至今未办结，{overdue}。',
    },
    { style: 'body', text: '请立即办理，并于{answerBy}前（含当日）书面说明办理情况和超期原因。' },
    { style: 'item', each: 'requirements', text: '{requirement}' },
    { style: 'body', text: '逾期仍未办结的，将按规定通报。' },
  ],
};
