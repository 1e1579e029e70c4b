// The committed table against the package it was generated from, day by day. When the package is raised to a version
// that says something else, this is the test that tells.
import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { addDays, compare, weekdayOf, type CivilDate } from '../time/civil-date';
import { PUBLISHED_CALENDAR, PUBLISHED_CALENDAR_DATA } from './published-calendar';

const { knownFrom, knownThrough } = PUBLISHED_CALENDAR;

// Its tables, not its functions: those look up the local day of a UTC midnight, west of Greenwich the one before.
const daysOff: Record<string, string> = chineseDays.holidays;
const daysWorked: Record<string, string> = chineseDays.workdays;

test('the table says on each of its days what the source says', () => {
  const differing: CivilDate[] = [];
  for (let on = knownFrom; compare(on, knownThrough) <= 0; on = addDays(on, 1)) {
    const ours = PUBLISHED_CALENDAR.kindOf(on);
    const listed = daysOff[on] ?? daysWorked[on];
    const working = on in daysWorked || (weekdayOf(on) <= 5 && !(on in daysOff));
    if (ours.working !== working || ours.name !== listed?.split(',')[1]) differing.push(on);
  }

  expect(differing).toEqual([]);
});

test('the source lists no day outside the range that the table calls known', () => {
  const outside = Object.keys({ ...daysOff, ...daysWorked }).filter((on) => on < knownFrom || on > knownThrough);

  expect(outside).toEqual([]);
});

test('the table covers the years of the product under a version of its own', () => {
  expect(PUBLISHED_CALENDAR_DATA).toMatchObject({
    version: 'cn-2026.1',
    knownFrom: '2004-01-01',
    knownThrough: '2026-12-31',
  });
});
