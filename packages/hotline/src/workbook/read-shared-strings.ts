import type { Workbook } from './open-workbook';
import { unescapeText } from './cell-text';
import { parsePart } from './parse-part';

/** The texts that cells refer to by number, rich text joined. Empty for writers that put text into the cells. */
export async function readSharedStrings(workbook: Workbook): Promise<string[]> {
  const part = workbook.findPart('xl/sharedStrings.xml');
  const strings: string[] = [];
  if (part === null) return strings;
  let current = '';
  let isText = false;
  // Pinyin printed above the characters (<rPh>) is no part of the text.
  let isPhonetic = false;
  await parsePart(part, {
    open: (name) => {
      if (name === 'si') current = '';
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isText = !isPhonetic;
    },
    text: (text) => {
      if (isText) current += text;
    },
    close: (name) => {
      if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si') strings.push(unescapeText(current));
    },
  });
  return strings;
}
