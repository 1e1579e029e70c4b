import { describe, expect, test } from 'vitest';
import { translatorOf } from '../messages/test-translator';
import { mailWarningText, mailWarningTexts } from './mail-warning-text';

const chinese = translatorOf('zh-CN');

describe('what was odd about a mail', () => {
  test.each([
    ['no-header', '开头没有邮件头,不是一封邮件'],
    ['subject-repaired-gb18030', '标题的编码已修复'],
    ['attachment-name-damaged-utf-8', '附件名有损坏,个别字可能不全'],
    ['text-has-unreadable-characters', '正文有无法辨认的字'],
  ])('%s reads %s', (code, expected) => {
    expect(mailWarningText(code, chinese)).toBe(expected);
  });

  test('an oddity that this page does not know is shown by its code, not hidden', () => {
    expect(mailWarningText('subject-in-morse', chinese)).toBe('subject-in-morse');
    expect(mailWarningText('toString', chinese)).toBe('toString');
  });

  test('the same sentence is said once', () => {
    expect(mailWarningTexts(['text-widened-gb18030', 'text-label-corrected-utf-8'], chinese)).toHaveLength(1);
  });
});
