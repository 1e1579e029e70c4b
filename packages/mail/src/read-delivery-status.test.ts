import { expect, test } from 'vitest';
import { readDeliveryStatus } from './read-delivery-status';

const report = (...lines: string[]): string => ['Reporting-MTA: dns; 163.com', '', ...lines].join('\r\n');

test('the code of the receiving server outranks the general status of 163', () => {
  const body = report(
    'Final-Recipient: rfc822;a@qq.com',
    'Action: failed',
    'Status: 5.0.0',
    'Diagnostic-Code: smtp;550 5.7.1 Refused',
  );

  expect(readDeliveryStatus(body)).toMatchObject({
    recipient: 'a@qq.com',
    status: '5.7.1',
    diagnostic: '550 5.7.1 Refused',
  });
});

test('a numeric address in the diagnostic is no status', () => {
  const body = report(
    'Final-Recipient: rfc822;a@qq.com',
    'Action: failed',
    'Status: 5.0.0',
    'Diagnostic-Code: smtp; from 192.5.1.1 refused',
  );

  expect(readDeliveryStatus(body).status).toBe('5.0.0');
});

test('of several recipients the one that failed is reported', () => {
  const body = report(
    'Final-Recipient: rfc822; good@example.com',
    'Action: delivered',
    'Status: 2.0.0',
    '',
    'Final-Recipient: rfc822; bad@example.com',
    'Action: failed',
    'Status: 4.4.7',
  );

  expect(readDeliveryStatus(body)).toMatchObject({ recipient: 'bad@example.com', permanent: true, hasArrived: false });
});

test.each([
  ['failed', '5.1.1', true],
  // Given up after days of 4xx answers: there will be no further attempt.
  ['failed', '4.4.7', true],
  ['delayed', '4.4.1', false],
  ['delayed', '5.4.1', false],
])('action %s with status %s: given up is %s', (action, status, permanent) => {
  expect(
    readDeliveryStatus(report('Final-Recipient: rfc822; a@b.cn', `Action: ${action}`, `Status: ${status}`)).permanent,
  ).toBe(permanent);
});
