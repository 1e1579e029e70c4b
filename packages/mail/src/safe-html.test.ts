import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanHtml, safeMailView } from './safe-html';
import { UnreadableMail } from './parse-mail';

/** The tags of cleaned HTML; in it every `<` of the text itself is escaped. */
const tagsOf = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];

function expectHarmless(html: string): void {
  for (const tag of tagsOf(html)) {
    expect(tag).not.toMatch(
      /^<\/?(?:script|style|iframe|object|embed|form|input|link|meta|base|svg|math|video|audio)\b/i,
    );
    expect(tag).not.toMatch(/\son\w+\s*=/i);
    expect(tag).not.toMatch(/(?:javascript|vbscript|file|cid):/i);
    expect(tag).not.toMatch(/url\s*\(/i);
    expect(tag).not.toMatch(/\ssrc="(?!data:image\/)/i);
    expect(tag).not.toMatch(/\s(?:background|srcset|poster|action|formaction)=/i);
  }
  expect(html.toLowerCase()).not.toContain('<script');
}

describe('the safe view of an original', () => {
  test.each([
    ['a script with its content', '<p>a</p><script>alert(1)</script>', '<p>a</p>'],
    ['an event handler', '<b onclick="x()">a</b>', '<b>a</b>'],
    ['a remote picture', '<p>a<img src="http://t.example.com/p.gif"></p>', '<p>a</p>'],
    ['a picture without a scheme', '<img src="//t.example.com/p.gif">', ''],
    ['an attached picture', '<img src="cid:1">', ''],
    ['a picture that is a document', '<img src="data:image/svg+xml;base64,AAAA">', ''],
    ['a script behind a link', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['a link into the mail program', '<a href="mailto:x@example.com">a</a>', '<a>a</a>'],
    ['a background from afar', '<td style="background:url(http://t.example.com)">a</td>', '<td>a</td>'],
    ['hidden text', '<span style="font-size:0;color:#fff">a</span>', '<span>a</span>'],
    ['a form', '<form action="http://x.example.com"><input name="p">a</form>', 'a'],
  ])('is without %s', (_what, given, cleaned) => {
    expect(cleanHtml(given)).toBe(cleaned);
  });

  test('keeps a link, which opens outside and tells the other side nothing', () => {
    expect(cleanHtml('<a href="https://example.com/a?b=1&c=2" onclick="x()">证据</a>')).toBe(
      '<a href="https://example.com/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer nofollow">证据</a>',
    );
  });

  test('keeps pictures that the mail itself carries, and plain emphasis', () => {
    const html =
      '<p style="text-align:center"><img src="data:image/png;base64,iVBORw0KGgo=" alt="收据" /><b>收据</b></p>';

    expect(cleanHtml(html)).toBe(html);
  });

  const fragment = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '<script>',
      '</script>',
      '<scr<script>ipt>',
      '<img src=x onerror=alert(1)>',
      '<img src="http://a.example/b.png">',
      '<a href="jav&#x09;ascript:alert(1)">',
      '<a href=" javascript:1">',
      '<svg><script>',
      '<style>@import url(http://a.example)</style>',
      '<math><mi xlink:href="javascript:1">',
      '<!--',
      '-->',
      '<![CDATA[',
      '<div style="background:url(javascript:1)">',
      '"',
      "'",
      '>',
      '<',
      '&lt;script&gt;',
    ),
  );

  test('of arbitrary strings runs nothing and fetches nothing', () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 25 }), (fragments) => {
        const cleaned = cleanHtml(fragments.join(''));

        expectHarmless(cleaned);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a whole mail', () => {
  const mail = (contentType: string, body: string): Uint8Array =>
    Buffer.from(`From: a@example.com\r\nContent-Type: ${contentType}\r\n\r\n${body}`);

  test('without HTML has its text only', async () => {
    expect(await safeMailView(mail('text/plain; charset=utf-8', '正文'))).toEqual({ text: '正文', html: null });
  });

  test('with HTML has both, repaired like the reading of it', async () => {
    const gbk = Buffer.concat([mail('text/html', '<p>'), Buffer.from('cdb6cbdf', 'hex'), Buffer.from('</p>')]);

    expect(await safeMailView(gbk)).toEqual({ text: '投诉', html: '<p>投诉</p>' });
  });

  test('too large to be cleaned is shown as text', async () => {
    const view = await safeMailView(mail('text/html; charset=utf-8', '<i>词</i>'.repeat(20_000)));

    expect(view.html).toBeNull();
    expect(view.text.startsWith('词词')).toBe(true);
  });

  test('that is no mail is refused with a code', async () => {
    await expect(safeMailView(new Uint8Array())).rejects.toBeInstanceOf(UnreadableMail);
  });
});
