import { expect, test } from 'vitest';
import { loadLetterFonts } from './letter-fonts';
import { printableText } from './printable-text';

const { has } = await loadLetterFonts();

test.each(['龑', '䶮', '𬭎', '〔2024〕', '“引号”——破折号……', '㎡℃①'])('the typeface prints %s', (text) => {
  expect(printableText(text, has)).toEqual({ text, unprintable: [] });
});

test('a character without a glyph is named and printed as its code point, never as an empty box', () => {
  const { text, unprintable } = printableText('𠮷女士', has);

  expect(text).toBe('［U+20BB7］女士');
  expect(unprintable).toMatchObject([{ character: '𠮷', codePoint: 'U+20BB7' }]);
  expect(unprintable[0]?.message).toContain('改用其他写法');
});

test('what is invisible by definition needs no glyph', () => {
  expect(printableText('民\u200d政\ufe0f局\u0007。\u3000甲', has)).toEqual({
    text: '民政局 。\u3000甲',
    unprintable: [],
  });
});

test('the brackets and signs of the code point can themselves be printed', () => {
  expect(printableText('［U+0123456789ABCDEF］', has).unprintable).toEqual([]);
});
