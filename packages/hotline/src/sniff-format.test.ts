import { OrderFileUnreadable } from '@jieban/application/hotline/order-reader';
import { describe, expect, test } from 'vitest';
import { sniffFormat } from './sniff-format';

const OLE_MAGIC = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const oleWith = (entry: string): Uint8Array =>
  Buffer.concat([OLE_MAGIC, Buffer.alloc(504), Buffer.from(entry, 'utf16le')]);
const refusal = (bytes: Uint8Array): string => {
  try {
    return sniffFormat(bytes);
  } catch (error) {
    return error instanceof OrderFileUnreadable ? error.publicMessage : String(error);
  }
};

test('a zip is taken for a workbook and letters for text, whatever the file is called', () => {
  expect(sniffFormat(Buffer.from('PK\x03\x04rest'))).toBe('workbook');
  expect(sniffFormat(Buffer.from('工单编号,标题'))).toBe('text');
});

describe('files that are turned away say what to do', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['nothing at all', new Uint8Array(), /文件是空的/],
    ['a workbook with a password', oleWith('EncryptedPackage'), /取消密码/],
    ['an .xls of Excel 97', oleWith('Workbook'), /请用表格软件打开，另存为 \.xlsx 或 CSV/],
    ['an .xls of Excel 95', oleWith('Book'), /旧版 Excel/],
    ['an .xls of Excel 4 without a container', Uint8Array.of(9, 4, 6, 0, 0, 0, 0x10, 0), /旧版 Excel/],
    ['an old Word document', oleWith('WordDocument'), /不是表格/],
    ['a PDF', Buffer.from('%PDF-1.7'), /不是表格/],
    ['an empty zip', Buffer.from('PK\x05\x06'), /不是表格/],
  ])('%s', (_, bytes, message) => expect(refusal(bytes)).toMatch(message));
});
