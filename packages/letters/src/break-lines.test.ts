import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines } from './break-lines';

/** Ten to a Chinese character, five to a figure or a Latin letter. */
const measure = (text: string) => Array.from(text).reduce((sum, c) => sum + (/[\x20-\x7e]/.test(c) ? 5 : 10), 0);
const broken = (text: string, width: number, indent = 0) =>
  breakLines(text, width, indent, measure).map((line) => line.text);

describe('a line', () => {
  test('holds as many characters as fit, fewer where the paragraph is indented', () => {
    expect(broken('一二三四五六七', 40)).toEqual(['一二三四', '五六七']);
    expect(broken('一二三四五六七', 40, 20)).toEqual(['一二', '三四五六', '七']);
  });

  test('does not begin with a closing mark', () => {
    expect(broken('一二三四。五', 40)).toEqual(['一二三', '四。五']);
    expect(broken('一二三四）。五', 40)).toEqual(['一二三', '四）。五']);
  });

  test('does not end with an opening mark', () => {
    expect(broken('一二三《四五》', 40)).toEqual(['一二三', '《四五》']);
  });

  test('keeps a figure, and the unit behind it, whole', () => {
    expect(broken('到2024年4月15日前', 40)).toEqual(['到2024年', '4月15日', '前']);
  });

  test('breaks an address that is longer than half of it', () => {
    expect(broken('a'.repeat(20), 40)).toEqual(['a'.repeat(8), 'a'.repeat(8), 'a'.repeat(4)]);
  });
});

test('breaking loses no character and makes no line too long, except by marks that may not stand first', () => {
  const text = fc
    .array(fc.constantFrom(...Array.from('民政局收费“”（）《》，。、…—2024年ab-')), { minLength: 1, maxLength: 80 })
    .map((characters) => characters.join(''));
  fc.assert(
    fc.property(text, fc.integer({ min: 60, max: 300 }), (typed, width) => {
      const lines = breakLines(typed, width, 20, measure);

      expect(lines.map((line) => line.text).join('')).toBe(typed);
      expect(lines.filter((line) => line.isLast)).toHaveLength(1);
      for (const [index, line] of lines.entries()) {
        const room = index === 0 ? width - 20 : width;
        if (measure(line.text) > room) expect(line.text).toMatch(/^.?[“（《”）》，。、…—]+/u);
      }
    }),
  );
});
