// 办理结果答复书: an answer to each numbered point, with what was asked, found, applied and done.
import { checkBasis } from '../checks/check-basis';
import { checkPoints } from '../checks/check-points';
import { checkRemedies } from '../checks/check-remedies';
import type { LetterDefinition } from '../letter-definition';
import type { ReplyFields } from '../letter-fields';
import { sentence } from '../wording';
import { commonWords, quoted } from './common-words';
import { remedyWords } from './remedy-words';

export const reply: LetterDefinition<ReplyFields> = {
  salutation: ({ salutation }) => salutation,
  required: [
    { field: 'salutation', label: '称谓' },
    { field: 'points', label: '逐项答复' },
  ],
  check: (fields, facts) => [
    ...checkPoints(fields.points, facts.pointCount),
    ...fields.points.flatMap(({ basis }) => checkBasis('points', [basis])),
    ...checkRemedies(fields.remedies),
  ],
  words: (fields) => ({
    one: { ...commonWords(fields), limited: fields.isDisclosureLimited ? '是' : '' },
    many: {
      points: fields.points.map((point) => ({
        number: String(point.number),
        matter: quoted(point.matter),
        inquiry: sentence(point.inquiry),
        facts: sentence(point.facts),
        basis: sentence(point.basis),
        handling: sentence(point.handling),
        rectification: sentence(point.rectification),
      })),
      remedies: remedyWords(fields.remedies),
    },
  }),
  template: [
    {
      style: 'body',
      text: '您于{receivedOn}通过{receivedThrough}反映的{subject}事项（编号：{caseNumber}），我局已办理完毕，现逐项答复如下。',
    },
    {
      style: 'heading',
      each: 'points',
      text: '关于您反映的第{number}项{matter}',
      then: [
        { text: '核查经过：{inquiry}' },
        { text: '认定事实：{facts}' },
        { text: '依据：{basis}' },
        { text: '处理意见：{handling}' },
        { when: 'rectification', text: '整改情况：{rectification}' },
      ],
    },
    {
      style: 'body',
      when: 'limited',
      text: '因涉及依法应当保密的内容或者他人的个人信息，本答复仅告知依法可以告知的办理结果。',
    },
    { style: 'heading', when: 'remedies', text: '救济途径' },
    { style: 'item', each: 'remedies', text: '{remedy}' },
    { style: 'body', text: '感谢您对民政工作的监督。我局将依法为您的信息保密。' },
  ],
};
