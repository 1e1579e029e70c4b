import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileKindNamed, fileKindOf } from './file-kind';

const ascii = (text: string) => new TextEncoder().encode(text);
const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
const at = (offset: number, bytes: Uint8Array) => Uint8Array.from([...new Uint8Array(offset), ...bytes]);

describe('a file is what its bytes say', () => {
  test.each([
    ['a PDF', ascii('%PDF-1.7\n'), 'application/pdf', 'document', true],
    ['a JPEG', hex('ffd8ffe000104a464946'), 'image/jpeg', 'picture', true],
    ['a PNG', hex('89504e470d0a1a0a0000'), 'image/png', 'picture', true],
    ['a TIFF of a scanner', hex('49492a0008000000'), 'image/tiff', 'picture', false],
    ['a TIFF with the other byte order', hex('4d4d002a00000008'), 'image/tiff', 'picture', false],
    [
      'a program for Windows',
      ascii('MZ\u0090\u0000'),
      'application/vnd.microsoft.portable-executable',
      'executable',
      false,
    ],
    ['a program for Linux', hex('7f454c4602010100'), 'application/x-elf', 'executable', false],
    ['a script', ascii('#!/bin/sh\n'), 'text/x-script', 'executable', false],
    ['a ZIP, or a Word file', hex('504b030414000600'), 'application/zip', 'archive', false],
    ['a RAR', hex('526172211a0701'), 'application/vnd.rar', 'archive', false],
    ['a tar, told late', at(257, ascii('ustar\u000000')), 'application/x-tar', 'archive', false],
    ['a Word file of old', hex('d0cf11e0a1b11ae1'), 'application/x-ole-storage', 'archive', false],
    ['a page with script', ascii('<html><script>'), 'application/octet-stream', 'unknown', false],
    ['a drawing that may hold script', ascii('<svg xmlns='), 'application/octet-stream', 'unknown', false],
    ['nothing', new Uint8Array(), 'application/octet-stream', 'unknown', false],
    ['the beginning of a PDF that ends there', ascii('%PDF'), 'application/octet-stream', 'unknown', false],
  ])('%s', (_what, bytes, mediaType, family, shownInline) => {
    expect(fileKindOf(bytes)).toEqual({ mediaType, family, shownInline });
  });

  test('any bytes have a kind, and its name leads back to it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const kind = fileKindOf(bytes);
        expect(fileKindNamed(kind.mediaType)).toEqual(kind);
      }),
    );
  });

  test('a browser is shown scans only', () => {
    const shown = ['application/pdf', 'image/jpeg', 'image/png'];
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 2, maxLength: 40 }), (bytes) => {
        const { shownInline, mediaType } = fileKindOf(bytes);
        expect(shownInline).toBe(shown.includes(mediaType));
      }),
    );
  });
});
