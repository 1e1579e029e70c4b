import { describe, expect, test } from 'vitest';
import { extractText } from './extract-text';

const fromHtml = (html: string) => extractText({ plain: '', html, isAlternative: false });

describe('text from HTML', () => {
  test.each([
    ['paragraphs and breaks', '<p>一</p><p>二<br>三</p>', '一\n二\n三'],
    ['styles and scripts are no text', '<style>a{}</style><script>x()</script><div>正文</div>', '正文'],
    ['entities', '<div>&lt;收费&gt;&nbsp;100&yen;</div>', '<收费> 100¥'],
    ['table rows on lines of their own', '<table><tr><td>姓名</td></tr><tr><td>电话</td></tr></table>', '姓名\n电话'],
    ['headings keep their case', '<h1>About Fees</h1>', 'About Fees'],
  ])('%s', (_what, html, text) => {
    expect(fromHtml(html).text).toBe(text);
  });

  test('a long line with blanks is not broken, so that a phrase in it can be found', () => {
    const line = 'word '.repeat(60).trim();

    expect(fromHtml(`<div>${line}</div>`).text).toBe(line);
  });

  test('an HTML built to exhaust the converter is stripped of its tags instead', () => {
    const bomb = `${'<b>'.repeat(100_000)}救命${'<'.repeat(100_000)}`;

    const extracted = fromHtml(bomb);

    expect(extracted.text).toContain('救命');
    expect(extracted.warning).toBe('html-stripped-crudely');
  });
});

test('an alternative with an empty plain part takes its text from the HTML', () => {
  expect(extractText({ plain: ' \n', html: '<p>正文</p>', isAlternative: true }).text).toBe('正文');
});

test('an alternative with a plain part keeps that', () => {
  expect(extractText({ plain: '正文\n', html: '<p>正文</p>', isAlternative: true }).text).toBe('正文');
});
