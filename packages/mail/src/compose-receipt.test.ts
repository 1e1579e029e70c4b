import { civilDate } from '@jieban/domain/time/civil-date';
import { describe, expect, test } from 'vitest';
import { composeReceipt, type ReceiptInput } from './compose-receipt';

const input: ReceiptInput = {
  caseNumber: 'MZ-2024-000123',
  receivedAt: new Date('2024-03-15T16:34:59Z'),
  proceduralDueOn: civilDate('2024-03-25'),
  substantiveDueOn: civilDate('2024-04-16'),
  isProvisional: false,
  bureauName: '某市民政局',
  bureauPhone: '0412-0000000',
  originalMessageId: '<a@example.com>',
  originalReferences: ['<older@example.com>'],
};

describe('the automatic receipt', () => {
  test('has a neutral subject with the number', () => {
    expect(composeReceipt(input).subject).toBe('关于您来信的登记回执 编号 MZ-2024-000123');
  });

  test('says when, under which number, by which days, and that it is no procedural reply', () => {
    const { text, html } = composeReceipt(input);

    expect(text).toContain('2024年3月16日0时34分');
    expect(text).toContain('MZ-2024-000123');
    expect(text).toContain('2024年3月25日');
    expect(text).toContain('2024年4月16日');
    expect(text).toContain('本回执不是程序性答复');
    expect(text).toContain('0412-0000000');
    expect(html).toBeNull();
  });

  test('says so when a day may still move with the next holiday notice, and only then', () => {
    expect(composeReceipt({ ...input, isProvisional: true }).text).toContain('暂定');
    expect(composeReceipt(input).text).not.toContain('暂定');
  });

  test('is marked so that no machine answers it, and is threaded under the letter', () => {
    expect(composeReceipt(input).headers).toEqual({
      'Auto-Submitted': 'auto-replied',
      'X-Auto-Response-Suppress': 'All',
      'X-Jieban-Mail': 'receipt',
      'In-Reply-To': '<a@example.com>',
      References: '<older@example.com> <a@example.com>',
    });
  });

  test.each(['<a@example.com>\r\nBcc: everyone@example.com', 'no brackets', '<>'])(
    'takes no malformed id into its own header: %j',
    (originalMessageId) => {
      const { headers } = composeReceipt({ ...input, originalMessageId });

      expect(Object.keys(headers)).not.toContain('In-Reply-To');
      expect(Object.values(headers).join()).not.toContain('everyone');
    },
  );

  test('without a telephone of the bureau leaves the line out', () => {
    expect(composeReceipt({ ...input, bureauPhone: null }).text).not.toContain('联系电话');
  });
});
