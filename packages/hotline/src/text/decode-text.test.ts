import { OrderFileUnreadable } from '@jieban/application/hotline/order-reader';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText } from './decode-text';

const SENTENCE = '工单编号,诉求内容\n1,反映“低保”停发，㐂镕旻𠮷';

describe('the encodings that counties send', () => {
  test.each([
    ['UTF-8', 'utf-8', Buffer.from(SENTENCE)],
    ['UTF-8 with BOM', 'utf-8', Buffer.from(`\uFEFF${SENTENCE}`)],
    ['GB18030', 'gb18030', iconv.encode(SENTENCE, 'gb18030')],
    ['UTF-16 little-endian with BOM', 'utf-16le', Buffer.from(`\uFEFF${SENTENCE}`, 'utf16le')],
    ['UTF-16 big-endian with BOM', 'utf-16be', Buffer.from(`\uFEFF${SENTENCE}`, 'utf16le').swap16()],
  ])('%s', (_, encoding, bytes) => expect(decodeText(bytes)).toEqual({ text: SENTENCE, encoding }));
});

test('a file marked as UTF-8 is read although a database cut one of its cells in mid-character', () => {
  const bytes = Buffer.concat([Buffer.from('\uFEFF编号,内容\n1,低'), Uint8Array.of(0xe4, 0xbf), Buffer.from('\n2,保')]);

  expect(decodeText(bytes).text).toBe('编号,内容\n1,低\uFFFD\n2,保');
});

describe('what is no table is refused', () => {
  const refusal = (bytes: Uint8Array): string => {
    try {
      decodeText(bytes);
    } catch (error) {
      if (error instanceof OrderFileUnreadable) return error.publicMessage;
    }
    return '';
  };
  test.each<[string, Uint8Array, RegExp]>([
    ['a web page named .xls', Buffer.from('\r\n<html xmlns:x="urn:schemas"><table><tr><td>工单编号'), /网页/],
    ['an XML spreadsheet', Buffer.from('\uFEFF<?xml version="1.0"?><Workbook>'), /网页/],
    ['a web archive', Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related'), /网页/],
    ['only blanks', Buffer.from(' \r\n\r\n\u3000'), /文件是空的/],
    ['zeros', new Uint8Array(4000), /不是表格/],
  ])('%s', (_, bytes, message) => expect(refusal(bytes)).toMatch(message));
});

test('every text of Chinese characters survives GB18030', () => {
  const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
  fc.assert(
    fc.property(fc.string({ unit: han, minLength: 8, maxLength: 200 }), (text) => {
      expect(decodeText(iconv.encode(text, 'gb18030'))).toEqual({ text, encoding: 'gb18030' });
    }),
  );
});
