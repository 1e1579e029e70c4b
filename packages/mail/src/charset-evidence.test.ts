import { describe, expect, test } from 'vitest';
import { guessCharset, weighCharset } from './charset-evidence';

const GBK_COMPLAINT = Buffer.from('cdb6cbdfd1f8c0cfd4ba', 'hex'); // 投诉养老院
const GB18030_RARE = Buffer.from('ced2d0d59539a82e'.replace('9539a82e', '95328236'), 'hex'); // 我姓 + four bytes
const UTF8_COMPLAINT = Buffer.from('投诉养老院');

describe('the charset of a text part', () => {
  test.each([
    [
      'GBK without a label',
      null,
      GBK_COMPLAINT,
      { kind: 'relabel', charset: 'gb18030', warning: 'text-repaired-gb18030' },
    ],
    [
      'GBK labelled utf-8',
      'UTF-8',
      GBK_COMPLAINT,
      { kind: 'relabel', charset: 'gb18030', warning: 'text-repaired-gb18030' },
    ],
    [
      'GBK labelled iso-8859-1',
      'iso-8859-1',
      GBK_COMPLAINT,
      { kind: 'relabel', charset: 'gb18030', warning: 'text-repaired-gb18030' },
    ],
    ['GBK labelled gb2312', 'gb2312', GBK_COMPLAINT, { kind: 'relabel', charset: 'gb18030', warning: null }],
    [
      'four bytes labelled GBK',
      'GBK',
      GB18030_RARE,
      { kind: 'relabel', charset: 'gb18030', warning: 'text-widened-gb18030' },
    ],
    [
      'UTF-8 labelled gb2312',
      'gb2312',
      UTF8_COMPLAINT,
      { kind: 'relabel', charset: 'utf-8', warning: 'text-label-corrected-utf-8' },
    ],
    ['UTF-8 without a label', null, UTF8_COMPLAINT, { kind: 'honest' }],
    ['gb18030 labelled so', 'gb18030', GBK_COMPLAINT, { kind: 'honest' }],
    ['French in iso-8859-1', 'iso-8859-1', Buffer.from('déjà reçu, très élégant', 'latin1'), { kind: 'honest' }],
    ['Big5 labelled so', 'big5', Buffer.from('a7dac5e5', 'hex'), { kind: 'honest' }],
  ])('%s', (_what, label, bytes, finding) => {
    expect(weighCharset(label, bytes)).toEqual(finding);
  });
});

test('a UTF-8 subject that was cut inside a character is not taken for GBK', () => {
  expect(guessCharset(UTF8_COMPLAINT.subarray(0, 13))).toBe('damaged-utf-8');
});
