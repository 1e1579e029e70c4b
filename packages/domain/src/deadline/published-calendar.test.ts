// The committed table against the package it was generated from, day by day. When the package is raised to a version
// that says something else, this is the test that tells.
import chineseDays from 'chinese-days';
import { expect, test } from 'vitest';
import { addDays, compare, type CivilDate } from '../time/civil-date';
import { PUBLISHED_CALENDAR, PUBLISHED_CALENDAR_DATA } from './published-calendar';

const { knownFrom, knownThrough } = PUBLISHED_CALENDAR;

test('the table says on each of its days what the source says', () => {
  const differing: CivilDate[] = [];
  for (let on = knownFrom; compare(on, knownThrough) <= 0; on = addDays(on, 1)) {
    const { work, name } = chineseDays.getDayDetail(on);
    const ours = PUBLISHED_CALENDAR.kindOf(on);
    if (ours.working !== work || ours.name !== name.split(',')[1]) differing.push(on);
  }

  expect(differing).toEqual([]);
});

test('the source lists no day beyond the last one that the table calls known', () => {
  for (let on = addDays(knownThrough, 1); compare(on, addDays(knownThrough, 366)) <= 0; on = addDays(on, 1)) {
    expect(chineseDays.getDayDetail(on).name, on).not.toContain(',');
  }
});

test('the table covers the years of the product under a version of its own', () => {
  expect(PUBLISHED_CALENDAR_DATA).toMatchObject({
    version: 'cn-2026.1',
    knownFrom: '2004-01-01',
    knownThrough: '2026-12-31',
  });
});
