import { describe, expect, test } from 'vitest';
import { translatorOf } from '../../messages/test-translator';
import { mailboxWords, type MailboxStatus } from './mailbox-words';

const AS_OF = new Date('2026-11-23T14:32:07+08:00');
const mailbox = (given: Partial<MailboxStatus>): MailboxStatus => ({
  id: 'mz@example.cn',
  state: 'polling',
  problem: null,
  lastGoodPollAt: '2026-11-23T14:31:55+08:00',
  stateSince: '2026-11-23T09:05:00+08:00',
  folders: [],
  ...given,
});

describe('the state of a mailbox in words', () => {
  test.each([
    [{}, '正常,12秒前收取过'],
    [{ lastGoodPollAt: null }, '正在连接'],
    [{ state: 'failing' }, '收取失败,自 11-23 周一 09:05 起'],
    [{ state: 'not-configured' }, '未配置信箱'],
  ] as const)('%j', (given, expected) => {
    expect(mailboxWords(mailbox(given), AS_OF, translatorOf('zh-CN'))).toBe(expected);
  });
});
