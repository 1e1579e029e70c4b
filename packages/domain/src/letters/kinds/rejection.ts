// 不予受理告知书: we do not take it, for these reasons, under this article, and these others may.
import { checkBasis } from '../checks/check-basis';
import { checkReceiver } from '../checks/check-receiver';
import { checkRemedies } from '../checks/check-remedies';
import type { LetterDefinition } from '../letter-definition';
import type { RejectionFields } from '../letter-fields';
import { isBlank, problem } from '../letter-problem';
import { phrase, sentence } from '../wording';
import { commonWords, entries } from './common-words';
import { remedyWords } from './remedy-words';

export const rejection: LetterDefinition<RejectionFields> = {
  salutation: ({ salutation }) => salutation,
  required: [
    { field: 'salutation', label: '称谓' },
    { field: 'reasons', label: '不予受理的理由' },
    { field: 'basis', label: '依据条款' },
    { field: 'objection', label: '异议方式' },
  ],
  check: (fields, facts) => [
    ...checkBasis('basis', fields.basis),
    ...checkRemedies(fields.remedies),
    ...fields.otherChannels.flatMap(({ organ }) =>
      checkReceiver('otherChannels', '其他途径', { name: organ, unitId: null }, facts),
    ),
    ...(fields.otherChannels.some(({ organ }) => !isBlank(organ)) || (fields.remedies ?? []).length > 0
      ? []
      : [problem('no-other-channel', 'otherChannels', '不予受理应当告知其他途径或者救济途径，请至少填写一项。')]),
  ],
  words: (fields) => ({
    one: { ...commonWords(fields), objection: sentence(fields.objection) },
    many: {
      reasons: entries('reason', fields.reasons.map(sentence)),
      basis: entries('basis', fields.basis.map(sentence)),
      channels: fields.otherChannels.map(({ organ, phone }) => ({
        channel: isBlank(phone) ? phrase(organ) : `${phrase(organ)}（联系电话：${phrase(phone)}）`,
      })),
      remedies: remedyWords(fields.remedies),
    },
  }),
  template: [
    {
      style: 'body',
      text: '您于{receivedOn}通过{receivedThrough}反映的{subject}事项，我局已登记（编号：{caseNumber}）。经审查，我局决定不予受理，现将理由、依据和其他途径告知如下。',
    },
    { style: 'heading', text: '不予受理的理由' },
    { style: 'item', each: 'reasons', text: '{reason}' },
    { style: 'heading', text: '依据' },
    { style: 'item', each: 'basis', text: '{basis}' },
    { style: 'heading', when: 'channels', text: '其他途径' },
    { style: 'item', each: 'channels', text: '您可以向{channel}提出。' },
    { style: 'heading', text: '对本决定有异议的' },
    { style: 'body', text: '{objection}' },
    { style: 'body', each: 'remedies', text: '{remedy}' },
  ],
};
