// Template and words to paragraphs. One pass over the template only: braces in what an officer typed stay as they are.
import type { LetterWords, TemplateBlock, Words } from './letter-definition';
import type { LetterParagraph } from './letter-document';
import { chineseNumeral } from './wording';

/** Stands in a preview where a draft still lacks something; `checkLetter` refuses what it stands for. */
export const NOT_FILLED_IN = '〔未填写〕';

/** A template that names a word which its kind does not have: a mistake in the code, not in the letter. */
export class UnknownTemplateWord extends Error {
  readonly code = 'unknown-template-word';
  constructor(word: string) {
    super(`The template names {${word}}, which its words do not have.`);
    this.name = 'UnknownTemplateWord';
  }
}

export function fillTemplate(template: readonly TemplateBlock[], words: LetterWords): LetterParagraph[] {
  let headings = 0;
  let items = 0;
  const paragraphs: LetterParagraph[] = [];
  for (const block of template) {
    if (block.when !== undefined && isAbsent(block.when, words)) continue;
    if (block.style === 'heading') items = 0;
    const entries = block.each === undefined ? [{}] : entriesOf(block.each, words);
    for (const entry of entries) {
      const own = { ...words.one, ...entry };
      let mark = '';
      if (block.style === 'heading') mark = `${chineseNumeral(++headings)}、`;
      if (block.style === 'item' && entries.length > 1) mark = `（${chineseNumeral(++items)}）`;
      paragraphs.push(...splitParagraphs(block.style, mark + fill(block.text, own)));
      for (const { text, when } of block.then ?? []) {
        if (when !== undefined && isAbsent(when, { one: own, many: {} })) continue;
        paragraphs.push(...splitParagraphs('body', fill(text, own)));
      }
    }
  }
  return paragraphs;
}

function fill(text: string, words: Words): string {
  return text.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const word = words[name];
    if (word === undefined) throw new UnknownTemplateWord(name);
    return word.trim() === '' ? NOT_FILLED_IN : word;
  });
}

/** What an officer wrote in several paragraphs stays so; the later ones are plain. */
function splitParagraphs(style: LetterParagraph['style'], text: string): LetterParagraph[] {
  return text
    .split(/[\r\n\u2028\u2029]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, index) => ({ style: index === 0 ? style : 'body', text: line }));
}

function isAbsent(name: string, words: LetterWords): boolean {
  const list = words.many[name];
  if (list !== undefined) return list.length === 0;
  const word = words.one[name];
  if (word === undefined) throw new UnknownTemplateWord(name);
  return word.trim() === '';
}

function entriesOf(name: string, words: LetterWords): readonly Words[] {
  const list = words.many[name];
  if (list === undefined) throw new UnknownTemplateWord(name);
  return list;
}
