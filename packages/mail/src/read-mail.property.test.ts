import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { buildMail, canEncode, MAIL_ENCODINGS, type MailEncoding } from '../../../test/fixtures/mail/build-mail';
import { readMail } from './read-mail';

// Printable ASCII without what HTML would fold, the common hanzi, and two that need four bytes in GB18030.
const character = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code)) },
  { weight: 2, arbitrary: fc.constantFrom(...Array.from('，。：；（）“”《》、')) },
  { weight: 2, arbitrary: fc.constantFrom(...Array.from('abcXYZ0189-._/')) },
  { weight: 1, arbitrary: fc.constantFrom('𠮷', '㐂') },
);

const chineseText = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.array(character, { minLength, maxLength }).map((characters) => characters.join(''));

/**
 * What bytes without a label mean is a guess. It holds for GB2312, whose 6,763 hanzi are what people write; a short text
 * of rarer ones can be valid UTF-8 by accident.
 */
const isInGb2312 = (character: string): boolean => {
  const bytes = iconv.encode(character, 'gbk');
  return bytes.length === 1 || ((bytes[0] ?? 0) >= 0xa1 && (bytes[1] ?? 0) >= 0xa1);
};
const isWritable = (encoding: MailEncoding, character: string): boolean =>
  canEncode(encoding, character) && (!/unlabelled|raw-labelled/.test(encoding) || isInGb2312(character));

/** A text that the encoding has bytes for: characters it lacks are left out. */
const encodableText = (encoding: MailEncoding, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  chineseText(minLength, maxLength)
    .map((text) =>
      Array.from(text)
        .filter((one) => isWritable(encoding, one))
        .join(''),
    )
    .filter((text) => Array.from(text).length >= minLength);

describe.each(MAIL_ENCODINGS)('mail written as %s', (encoding) => {
  test('reads back with the same subject, sender, text and file name', async () => {
    const sample = fc.record({
      subject: encodableText(encoding, 2, 40),
      name: encodableText(encoding, 2, 6).filter((name) => /^[\u4e00-\u9fa5]+$/.test(name)),
      lines: fc.array(encodableText(encoding, 4, 60), { minLength: 1, maxLength: 5 }),
      filename: encodableText(encoding, 2, 12).map((name) => `${name.replace(/[/“”]/g, '')}.pdf`),
    });
    await fc.assert(
      fc.asyncProperty(sample, async ({ subject, name, lines, filename }) => {
        const text = lines.join('\n');
        const attachments = [{ filename, mediaType: 'application/pdf', content: new Uint8Array([1, 2, 3]) }];
        const from = { name, address: 'sender@example.com' };

        const mail = await readMail(buildMail({ subject, text, from, encoding, attachments }));

        expect({ subject: mail.subject, text: mail.text, from: mail.from }).toEqual({ subject, text, from });
        expect(mail.attachments.map((attachment) => attachment.filename)).toEqual([filename]);
      }),
      { numRuns: 60 },
    );
  });
});

const headerNoise = fc.array(
  fc.tuple(
    fc.constantFrom(
      'From',
      'To',
      'Subject',
      'Date',
      'Content-Type',
      'Content-Disposition',
      'References',
      'Received',
      '',
    ),
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        'multipart/mixed; boundary=b',
        'multipart/report; report-type=delivery-status; boundary="b"',
        'message/delivery-status',
        'text/html; charset=gb2312',
        'text/plain; charset=',
        '=?gb2312?B?////?=',
        '<>',
      ),
    ),
  ),
  { maxLength: 8 },
);

describe('bytes from anywhere', () => {
  test('always give one result and never an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (raw) => {
        const mail = await readMail(raw);

        expect(JSON.stringify(mail)).not.toContain('\\u0000');
      }),
      { numRuns: 300 },
    );
  });

  test('that look like a damaged mail still give one result', async () => {
    const body = fc.array(
      fc.oneof(
        fc.constantFrom('--b', '--b--', '', 'Content-Type: text/html', '=E4=BD', 'Action: failed'),
        fc.string({ maxLength: 80 }),
      ),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(headerNoise, body, fc.boolean(), async (headers, lines, asLatin1) => {
        const source = [...headers.map(([name, value]) => `${name}: ${value}`), '', ...lines].join('\r\n');

        const mail = await readMail(Buffer.from(source, asLatin1 ? 'latin1' : 'utf8'));

        expect(mail.attachments.every((attachment) => /^[0-9a-f]{64}$/.test(attachment.sha256))).toBe(true);
        expect(mail.kind === 'bounce').toBe(mail.bounce !== null);
      }),
      { numRuns: 400 },
    );
  });

  test('cut off anywhere, a mail still reads', async () => {
    const whole = buildMail({
      subject: '举报某机构乱收费',
      text: '请查处。',
      from: { name: '张三', address: 'zhang@example.com' },
      encoding: 'gbk-raw-unlabelled',
      attachments: [{ filename: '收据.jpg', mediaType: 'image/jpeg', content: new Uint8Array(200) }],
    });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length }), async (length) => {
        const mail = await readMail(whole.subarray(0, length));

        expect(mail.warnings.includes('parser-failed')).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});
