import { describe, expect, test } from 'vitest';
import { receivedAtFromHeaders } from './receipt-time';

const mail = (...lines: string[]): Uint8Array => Buffer.from(lines.join('\r\n'));

describe('the time of receipt of a mail in a file', () => {
  test('is the one on the topmost Received line, folded or not', () => {
    const raw = mail(
      'Delivered-To: a@example.gov.cn',
      'Received: from mx.example.com by mail.example.gov.cn',
      '\twith ESMTP; Fri, 15 Mar 2024 23:59:30 +0800',
      'Received: from pc by mx.example.com; Fri, 1 Mar 2024 08:00:00 +0800',
      'Date: Fri, 1 Mar 2024 08:00:00 +0800',
      '',
      'x',
    );

    expect(receivedAtFromHeaders(raw)?.toISOString()).toBe('2024-03-15T15:59:30.000Z');
  });

  test('is unknown when the topmost line is unreadable, since the lines below it may be forged', () => {
    const raw = mail('Received: by a; someday', 'Received: by b; Fri, 1 Mar 2024 08:00:00 +0800', '', 'x');

    expect(receivedAtFromHeaders(raw)).toBeNull();
  });

  test('is never taken from the Date of the sender nor from the text', () => {
    const raw = mail('Date: Fri, 1 Mar 2024 08:00:00 +0800', '', 'Received: by b; Fri, 1 Mar 2024 08:00:00 +0800');

    expect(receivedAtFromHeaders(raw)).toBeNull();
  });
});
