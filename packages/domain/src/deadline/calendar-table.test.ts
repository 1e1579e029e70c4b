import { describe, expect, test } from 'vitest';
import { civilDate } from '../time/civil-date';
import { InvalidCalendarTable, readCalendarTable } from './calendar-table';
import { extendCalendar, isSameCalendar } from './extend-calendar';
import { PUBLISHED_CALENDAR_DATA } from './published-calendar';
import { createWorkingCalendar } from './working-calendar';
import { PUBLISHED_ARRANGEMENTS, PUBLISHED_RANGE } from './working-calendar-data';

// An invented notice for 2027.
const NEXT = {
  version: 'cn-2027.1',
  knownFrom: '2027-01-01',
  knownThrough: '2027-12-31',
  arrangements: [
    { name: '元旦', off: ['2027-01-01', '2027-01-03'], worked: ['2027-01-10'] },
    { name: '春节', off: ['2027-02-05', '2027-02-11'], worked: [] },
  ],
};
type Table = Readonly<Record<string, unknown>>;
const problemsOf = (table: unknown): readonly string[] => {
  try {
    readCalendarTable(table);
  } catch (error) {
    if (error instanceof InvalidCalendarTable) return error.problems;
    throw error;
  }
  return [];
};

test('our own table, written as such a file, reads as our own calendar', () => {
  const read = readCalendarTable({ ...PUBLISHED_RANGE, arrangements: PUBLISHED_ARRANGEMENTS });

  expect(isSameCalendar(read, PUBLISHED_CALENDAR_DATA)).toBe(true);
});

describe('a mistake in a calendar file is named with its place', () => {
  const festival = (change: Table) => ({ ...NEXT, arrangements: [{ ...NEXT.arrangements[0], ...change }] });
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['no object', '元旦放假三天', 'version'],
    ['no version', { ...NEXT, version: '二〇二七' }, 'version'],
    ['a range the wrong way round', { ...NEXT, knownFrom: '2028-01-01' }, 'knownThrough'],
    ['no arrangement at all', { ...NEXT, arrangements: [] }, 'arrangements'],
    ['a day that does not exist', festival({ off: ['2027-02-29', '2027-03-01'] }), 'arrangements[0].off[0]'],
    ['a holiday that ends before it begins', festival({ off: ['2027-01-03', '2027-01-01'] }), 'arrangements[0].off'],
    ['a holiday of two months', festival({ off: ['2027-01-01', '2027-03-03'] }), 'arrangements[0].off'],
    ['one date where two are due', festival({ off: ['2027-01-01'] }), 'arrangements[0].off[1]'],
    ['a make-up workday on a Monday', festival({ worked: ['2027-01-11'] }), 'arrangements[0].worked[0]'],
    ['a day of another year', festival({ worked: ['2028-01-08'] }), 'arrangements[0].worked[0]'],
    ['a festival without a name', festival({ name: ' ' }), 'arrangements[0].name'],
    ['one day twice', { ...NEXT, arrangements: [...NEXT.arrangements, NEXT.arrangements[0]] }, '2027-01-01'],
  ];

  test.each(cases)('%s', (_what, table, where) => {
    expect(problemsOf(table)[0]).toContain(where);
  });

  test('all of them at once', () => {
    expect(problemsOf({ ...NEXT, version: '', knownFrom: '' }).length).toBeGreaterThan(1);
  });
});

describe('a new year joined to what is known', () => {
  test('keeps the years before and knows the new one', () => {
    const calendar = createWorkingCalendar(extendCalendar(PUBLISHED_CALENDAR_DATA, readCalendarTable(NEXT)));

    expect(calendar.isWorkingDay(civilDate('2026-02-14'))).toBe(true);
    expect(calendar.kindOf(civilDate('2027-01-01'))).toMatchObject({ working: false, provisional: false });
    expect(calendar.kindOf(civilDate('2027-01-10'))).toMatchObject({ working: true, reason: 'make-up-workday' });
    expect(calendar.knownFrom).toBe(PUBLISHED_CALENDAR_DATA.knownFrom);
  });

  test('leaves no unknown days between', () => {
    const late = readCalendarTable({ ...NEXT, knownFrom: '2027-01-01', version: 'cn-2027.1' });
    const early = { ...PUBLISHED_CALENDAR_DATA, knownThrough: civilDate('2026-12-30') };

    expect(() => extendCalendar(early, late)).toThrow(InvalidCalendarTable);
  });

  test('forgets no day that was published', () => {
    const shorter = readCalendarTable({ ...NEXT, knownFrom: '2026-12-01', knownThrough: '2027-12-31' });

    expect(() =>
      extendCalendar({ ...PUBLISHED_CALENDAR_DATA, knownThrough: civilDate('2028-12-31') }, shorter),
    ).toThrow(InvalidCalendarTable);
  });

  test('joined once more, it is the same', () => {
    const once = extendCalendar(PUBLISHED_CALENDAR_DATA, readCalendarTable(NEXT));

    expect(isSameCalendar(once, extendCalendar(once, readCalendarTable(NEXT)))).toBe(true);
  });
});
