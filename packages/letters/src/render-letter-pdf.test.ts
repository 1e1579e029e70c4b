import type { LetterDocument } from '@jieban/domain/letters/letter-document';
import { LETTER_KINDS } from '@jieban/domain/letters/letter-kinds';
import { renderLetter } from '@jieban/domain/letters/render-letter';
import { SAMPLE_LETTERS } from '@jieban/domain/letters/sample-letters';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { renderLetterPdf } from './render-letter-pdf';

const acceptance = renderLetter('acceptance', SAMPLE_LETTERS.acceptance);

/** The text of each page, without the line breaks and blanks that typesetting puts in. */
async function pagesOf(bytes: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)));
  return text.map(squeeze);
}
const squeeze = (text: string) => text.replace(/\s/gu, '');

function withBody(...texts: string[]): LetterDocument {
  return { ...acceptance, paragraphs: texts.map((text) => ({ style: 'body', text })) };
}

describe.each(LETTER_KINDS)('%s on paper', (kind) => {
  const letter = renderLetter(kind, SAMPLE_LETTERS[kind]);

  test('can be searched for everything that it says, in the order in which it says it', async () => {
    const pages = await pagesOf((await renderLetterPdf(letter)).bytes);
    const text = pages.map((page, index) => page.replace(`—${index + 1}—`, '')).join('');
    const body = [letter.salutation, ...letter.paragraphs.map((paragraph) => paragraph.text), letter.closing];

    expect(text).toContain(squeeze(body.join('')));
    for (const part of [letter.organ, letter.title, `编号：${letter.caseNumber}`, letter.documentNumber ?? '']) {
      expect(text).toContain(squeeze(part));
    }
    expect(text).toContain(squeeze(`${letter.seal.organ}${letter.seal.dateLine}（${letter.contact}）`));
  });

  test('is the same bytes each time', async () => {
    const [once, again] = [await renderLetterPdf(letter), await renderLetterPdf(letter)];

    expect(once.bytes.equals(again.bytes)).toBe(true);
    expect(once.unprintable).toEqual([]);
  });
});

test('the file embeds its typefaces, is dated by the letter and names the case, not a person', async () => {
  const { bytes } = await renderLetterPdf(acceptance);
  const { info } = await getMeta(await getDocumentProxy(new Uint8Array(bytes)));

  expect(info).toMatchObject({
    Title: '受理告知书 JB-2024-000123',
    Author: '云岭市民政局',
    CreationDate: 'D:20240319160000Z',
    Language: 'zh-CN',
  });
  expect(bytes.toString('latin1').match(/\/FontFile2/g)).toHaveLength(2);
  expect(bytes.byteLength).toBeLessThan(200_000);
});

test('a name with a rare character comes with a warning, and the letter says which character it was', async () => {
  const { bytes, unprintable } = await renderLetterPdf({ ...acceptance, salutation: '𠮷䶮女士：' });

  expect(unprintable.map(({ codePoint }) => codePoint)).toEqual(['U+20BB7']);
  expect((await pagesOf(bytes)).join('')).toContain('［U+20BB7］䶮女士：');
});

test('a long letter goes on over its pages, each numbered, and loses no line', async () => {
  const texts = Array.from(
    { length: 60 },
    (_, index) => `第${index + 1}段，${'核查收费项目的经过。'.repeat(index % 7)}`,
  );
  const pages = await pagesOf((await renderLetterPdf(withBody(...texts))).bytes);

  expect(pages.length).toBeGreaterThan(3);
  pages.forEach((page, index) => expect(page).toContain(`—${index + 1}—`));
  const text = pages.map((page, index) => page.replace(`—${index + 1}—`, '')).join('');
  expect(text).toContain(texts.join(''));
});

test.each([8, 9, 10, 11, 12, 13, 14, 15, 16])(
  'with %d lines the seal does not stand on a page of its own',
  async (lines) => {
    const pages = await pagesOf(
      (await renderLetterPdf(withBody(...Array.from({ length: lines }, () => '一行。')))).bytes,
    );

    expect(pages.at(-1)).toContain('特此告知。');
    expect(pages.at(-1)).toContain('2024年3月20日');
  },
);

test('a draft without number and date can be looked at', async () => {
  const draft = renderLetter('reply', { ...SAMPLE_LETTERS.reply, documentNumber: null, issuedOn: null });
  const text = (await pagesOf((await renderLetterPdf(draft)).bytes)).join('');

  expect(text).toContain('办理结果答复书');
  expect(text).toContain('〔未填写〕');
});
