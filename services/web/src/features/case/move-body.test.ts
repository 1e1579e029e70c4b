import { expect, test } from 'vitest';
import { bodyOf } from './move-body';

test('what was left empty is not sent', () => {
  const values = { reason: '不属于本科职责', plan: ' ', handlerId: null, declaresNoInterest: false };

  expect(bodyOf('return', values)).toEqual({ move: 'return', input: { reason: '不属于本科职责' } });
});

test('a declaration and a number of days are sent as they are', () => {
  expect(bodyOf('sign', { declaresNoInterest: true }).input).toEqual({ declaresNoInterest: true });
  expect(bodyOf('ask_extension', { days: 15, reason: '等待鉴定' }).input).toEqual({ days: 15, reason: '等待鉴定' });
});
