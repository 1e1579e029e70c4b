import { LIGHTS } from '@jieban/domain/complaint/vocabulary';
import { describe, expect, test } from 'vitest';
import { translatorOf } from '../messages/test-translator';
import { LIGHT_LOOKS, LIGHTS_BY_SEVERITY, lightWords } from './light-words';

const chinese = translatorOf('zh-CN');

/** WCAG 2 relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

describe('a light', () => {
  test.each([
    ['green', 0, '正常'],
    ['yellow', 0, '临近'],
    ['red', 0, '当日'],
    ['overdue', 5, '超期 5天'],
    // A 12345 limit may end at noon: overdue on the day itself.
    ['overdue', 0, '超期'],
  ] as const)('%s with %i days over is said in words', (light, daysOver, words) => {
    expect(lightWords(light, daysOver, chinese)).toBe(words);
  });

  test('has a shape of its own, so that colour is never alone', () => {
    expect(new Set(LIGHTS.map((light) => LIGHT_LOOKS[light].symbol)).size).toBe(LIGHTS.length);
  });

  test.each(LIGHTS)('%s can be read on white and on its tinted cell', (light) => {
    const { colour, tint } = LIGHT_LOOKS[light];

    expect(contrast(colour, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour, tint)).toBeGreaterThanOrEqual(4.5);
  });

  test('the worst stands first on the board', () => {
    expect(LIGHTS_BY_SEVERITY[0]).toBe('overdue');
    expect(LIGHTS_BY_SEVERITY.at(-1)).toBe('green');
  });
});
