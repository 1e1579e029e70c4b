// Workbooks put together part by part, in the shapes that POI, EasyExcel, .NET and WPS write and one library does not.
import { OrderFileUnreadable } from '@jieban/application/hotline/order-reader';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import type { SheetRow } from '../sheet-row';
import { readWorkbookSheets } from './read-workbook-sheets';

const SHEET = 'xl/worksheets/sheet1.xml';
const BOOK = '<workbook><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>';
const RELS = '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>';

function zipParts(parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [path, xml] of Object.entries({ 'xl/workbook.xml': BOOK, 'xl/_rels/workbook.xml.rels': RELS, ...parts }))
    zip.file(path, xml);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

async function readSheets(parts: Readonly<Record<string, string>>): Promise<SheetRow[][]> {
  const sheets: SheetRow[][] = [];
  for await (const rows of readWorkbookSheets(await zipParts(parts))) sheets.push(rows);
  return sheets;
}

const readCells = async (rowXml: string, others: Readonly<Record<string, string>> = {}): Promise<unknown> =>
  (await readSheets({ [SHEET]: `<worksheet><sheetData>${rowXml}</sheetData></worksheet>`, ...others }))[0]?.[0]?.cells;

describe('cells', () => {
  test('texts in the cells, also in several runs', async () => {
    const xml = '<row r="1"><c r="A1" t="inlineStr"><is><r><t>低保</t></r><r><t>停发</t></r></is></c></row>';

    expect(await readCells(xml)).toEqual(['低保停发']);
  });

  test('shared texts, rich text joined and the pinyin above it left out', async () => {
    const shared =
      '<sst><si><r><t>养老</t></r><r><t>机构</t></r><rPh><t>yang lao</t></rPh></si><si><t> </t></si></sst>';

    expect(
      await readCells('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>', {
        'xl/sharedStrings.xml': shared,
      }),
    ).toEqual(['养老机构']);
  });

  test('the stored result of a formula, be it text or number', async () => {
    const xml = '<row r="1"><c r="A1" t="str"><f>B1</f><v>甲</v></c><c r="B1"><f>1+1</f><v>2</v></c></row>';

    expect(await readCells(xml)).toEqual(['甲', '2']);
  });

  test('all digits of a long number', async () => {
    expect(await readCells('<row r="1"><c r="A1"><v>202403150001234567</v></c></row>')).toEqual(['202403150001234567']);
  });

  test('a number under a date format is the time it shows', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy/m/d h:mm"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="31"/></cellXfs></styleSheet>';
    const xml =
      '<row r="1"><c r="A1" s="0"><v>45366</v></c><c r="B1" s="1"><v>45366.5</v></c><c r="C1" s="2"><v>45366</v></c></row>';

    expect(await readCells(xml, { 'xl/styles.xml': styles })).toEqual(['45366', '2024-03-15 12:00:00', '2024-03-15']);
  });

  test('rows and cells without references follow one another', async () => {
    expect(await readCells('<row><c><v>1</v></c><c t="str"><v>乙</v></c></row>')).toEqual(['1', '乙']);
  });

  test('a column far to the right keeps its place', async () => {
    const cells = (await readCells('<row r="1"><c r="AB1" t="str"><v>右</v></c></row>')) as string[];

    expect(cells.indexOf('右')).toBe(27);
  });
});

test('a namespace prefix on every element changes nothing', async () => {
  const sheets = await readSheets({
    'xl/workbook.xml': BOOK.replace(/<(\/?)/g, '<$1x:'),
    [SHEET]:
      '<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>甲</x:v></x:c></x:row></x:sheetData></x:worksheet>',
  });

  expect(sheets).toEqual([[{ row: 1, cells: ['甲'] }]]);
});

test('empty sheets are passed over and a hidden one comes last', async () => {
  const sheet = (text: string): string =>
    `<worksheet><sheetData><row r="1"><c t="str"><v>${text}</v></c></row></sheetData></worksheet>`;
  const ids = [1, 2, 3];
  const sheets = await readSheets({
    'xl/workbook.xml':
      '<workbook><sheets><sheet r:id="1" state="hidden"/><sheet r:id="2"/><sheet r:id="3"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<R>${ids.map((id) => `<Relationship Id="${String(id)}" Target="/xl/worksheets/s${String(id)}.xml"/>`).join('')}</R>`,
    'xl/worksheets/s1.xml': sheet('隐藏'),
    'xl/worksheets/s2.xml': '<worksheet><sheetData><row r="1"><c r="A1" s="3"/></row></sheetData></worksheet>',
    'xl/worksheets/s3.xml': sheet('数据'),
  });

  expect(sheets.map((rows) => rows[0]?.cells[0])).toEqual(['数据', '隐藏']);
});

describe('packages that are no readable workbook are refused with what to do', () => {
  const refusal = async (bytes: Uint8Array): Promise<string> => {
    try {
      for await (const rows of readWorkbookSheets(bytes)) expect(rows).not.toEqual([]);
    } catch (error) {
      if (error instanceof OrderFileUnreadable) return error.publicMessage;
      throw error;
    }
    return '';
  };

  test('one that was cut off', async () => {
    const bytes = await zipParts({ [SHEET]: '<worksheet/>' });

    expect(await refusal(bytes.subarray(0, bytes.length / 2))).toContain('文件不完整或已损坏');
  });

  test('one whose sheet is not well-formed', async () => {
    expect(await refusal(await zipParts({ [SHEET]: '<worksheet><sheetData></worksheet>' }))).toContain('已损坏');
  });

  test('a binary workbook', async () => {
    expect(await refusal(await zipParts({ 'xl/workbook.bin': '' }))).toContain('.xlsb');
  });

  test('another kind of office document', async () => {
    const zip = new JSZip().file('word/document.xml', '<x/>');

    expect(await refusal(await zip.generateAsync({ type: 'uint8array' }))).toContain('文件不是表格');
  });
});
