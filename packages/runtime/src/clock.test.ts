import { expect, test } from 'vitest';
import { clockFromSettings, fixedClock } from './clock';

const START = new Date('2026-11-23T02:00:00Z');

test('a fixed clock stands still until it is moved', () => {
  const clock = fixedClock(START);

  clock.advanceSeconds(90);
  expect(clock.now()).toEqual(new Date('2026-11-23T02:01:30Z'));
  clock.set(START);
  expect(clock.now()).toEqual(START);
});

test('whoever alters the instant they were given does not move the clock', () => {
  const clock = fixedClock(START);

  clock.now().setFullYear(1999);

  expect(clock.now()).toEqual(START);
});

test('a drill ten days ahead sees the day after tomorrow week, and time still passes', () => {
  const base = fixedClock(START);
  const shifted = clockFromSettings({ clockOffsetSeconds: 10 * 86_400 }, base);

  expect(shifted.now()).toEqual(new Date('2026-12-03T02:00:00Z'));
  base.advanceSeconds(1);
  expect(shifted.now()).toEqual(new Date('2026-12-03T02:00:01Z'));
});
