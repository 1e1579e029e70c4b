import { describe, expect, test } from 'vitest';
import type { UnitId } from '../complaint/vocabulary';
import { PUBLISHED_CALENDAR as calendar } from '../deadline/published-calendar';
import { checkLetter } from '../letters/check-letter';
import { letterText } from '../letters/letter-text';
import { civilDate } from '../time/civil-date';
import { orderNumber } from './order-kinds';
import { orderLetterFields, renderOrderLetter, type OrderPaper } from './order-letter';

const letterhead = { organ: '云岭市民政局', phone: '0412-1234567' };
const nobody = { accusedUnitIds: [], accusedNames: [], identityWords: [], pointCount: 0, wasSupplementAsked: false };
const urging: OrderPaper = {
  kind: 'urging',
  number: orderNumber('urging', 2024, 12),
  issuedOn: civilDate('2024-05-15'),
  reason: '',
  instruction: '由单位负责人签字后报送\n\n说明超期原因',
  case: {
    number: 'MZ-2024-000031',
    channel: 'phone',
    receivedAt: new Date('2024-05-06T09:00:00+08:00'),
    unit: { id: 'u1' as UnitId, name: '养老服务科' },
    urged: { kind: 'procedural', dueOn: civilDate('2024-05-13') },
    answerBy: civilDate('2024-05-17'),
  },
};
const supervision: OrderPaper = {
  ...urging,
  kind: 'supervision',
  number: orderNumber('supervision', 2024, 3),
  reason: '经催办仍未办结',
  case: { ...urging.case, urged: null },
};

describe('the paper of an order', () => {
  test('urging names the passed day, how late it is, what is asked and until when', () => {
    const text = letterText(renderOrderLetter(urging, letterhead, calendar));

    expect(text).toContain('催办〔2024〕12号');
    expect(text).toContain('养老服务科：');
    expect(text).toContain('程序性答复期限已于2024年5月13日届满');
    expect(text).toContain('已超期2个工作日');
    expect(text).toContain('2024年5月17日前');
    expect(text).toContain('（二）说明超期原因');
  });

  test('of supervision says why and what', () => {
    const text = letterText(renderOrderLetter(supervision, letterhead, calendar));

    expect(text).toContain('督办〔2024〕3号');
    expect(text).toContain('经催办仍未办结');
    expect(text).toContain('由单位负责人签字后报送');
  });

  test.each([urging, supervision])('of kind $kind passes the checks of an internal letter', (paper) => {
    expect(checkLetter(paper.kind, orderLetterFields(paper, letterhead, calendar), nobody)).toEqual([]);
  });

  test('that would show who complained is found out', () => {
    const telling = { ...supervision, instruction: '请与欧阳秀兰联系' };
    const facts = { ...nobody, identityWords: ['欧阳秀兰'] };

    const codes = checkLetter(telling.kind, orderLetterFields(telling, letterhead, calendar), facts).map((p) => p.code);
    expect(codes).toEqual(['identity-shown']);
  });
});
