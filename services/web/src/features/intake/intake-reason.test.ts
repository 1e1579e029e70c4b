import { describe, expect, test } from 'vitest';
import { translatorOf } from '../../messages/test-translator';
import { intakeReasonText } from './intake-reason';

const chinese = translatorOf('zh-CN');

describe('why an item stands in the tray', () => {
  test('a mail that could not be read is explained in words, once', () => {
    expect(intakeReasonText({ reason: '邮件无法解析:no-header', warnings: ['no-header'] }, chinese)).toBe(
      '邮件无法解析:开头没有邮件头,不是一封邮件',
    );
  });

  test('oddities stand behind the reason', () => {
    const item = { reason: '非诉求邮件(退信、自动回复或回执)', warnings: ['no-date', 'no-from'] };

    expect(intakeReasonText(item, chinese)).toBe('非诉求邮件(退信、自动回复或回执);没有发信日期;没有发件人');
  });

  test('nothing odd and no reason is no text', () => {
    expect(intakeReasonText({ reason: null, warnings: [] }, chinese)).toBe('');
  });
});
