// What a file is, told by its first bytes. The name is not asked: half of the files called .xls in the field are web
// pages, and many called .csv are workbooks.
import { refuseFile } from './unreadable-file';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const ZIP_EMPTY = [0x50, 0x4b, 0x05, 0x06];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** Excel 2–5 wrote its records bare, without the OLE container: BOF record 0x0009/0x0209/0x0409/0x0809, little-endian. */
const BARE_BIFF = [
  [0x09, 0x00],
  [0x09, 0x02],
  [0x09, 0x04],
  [0x09, 0x08],
];
const OTHER_DOCUMENTS = [
  [0x25, 0x50, 0x44, 0x46], // %PDF
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x52, 0x61, 0x72, 0x21], // Rar!
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x1f, 0x8b], // gzip
];

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((b, i) => bytes[i] === b);

/** OLE directory entries are named in UTF-16LE; the directory may lie anywhere in the file, so all of it is searched. */
const holdsOleEntry = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));

/** `workbook` is a zip that may be an .xlsx; `text` may be CSV. Throws OrderFileUnreadable for everything known not to be one. */
export function sniffFormat(bytes: Uint8Array): 'workbook' | 'text' {
  if (bytes.length === 0) throw refuseFile('empty');
  if (startsWith(bytes, ZIP)) return 'workbook';
  if (startsWith(bytes, ZIP_EMPTY)) throw refuseFile('otherDocument');
  if (startsWith(bytes, OLE)) {
    // A password turns an .xlsx into an OLE file holding one encrypted stream; the officer must not be told "old Excel".
    if (holdsOleEntry(bytes, 'EncryptedPackage')) throw refuseFile('encrypted');
    if (holdsOleEntry(bytes, 'Workbook') || holdsOleEntry(bytes, 'Book')) throw refuseFile('legacyExcel');
    throw refuseFile('otherDocument');
  }
  if (BARE_BIFF.some((magic) => startsWith(bytes, magic))) throw refuseFile('legacyExcel');
  if (OTHER_DOCUMENTS.some((magic) => startsWith(bytes, magic))) throw refuseFile('otherDocument');
  return 'text';
}
