import { civilDate } from '@jieban/domain/time/civil-date';
import { describe, expect, test } from 'vitest';
import { translatorOf } from '../messages/test-translator';
import { dueText } from './due-text';

const chinese = translatorOf('zh-CN');
const TODAY = civilDate('2026-05-06'); // a Wednesday

describe('the due day in a list', () => {
  test.each([
    // dueOn, working days left, days over, expected
    ['2026-05-08', 2, 0, '05-08 周五(余2个工作日)'],
    ['2026-05-06', 0, 0, '05-06 周三(今日到期)'],
    ['2026-05-05', 0, 1, '05-05 周二(超期1天)'],
    ['2026-05-09', 3, 0, '05-09 周六(余3个工作日)'], // a make-up workday
  ])('%s with %i working days left and %i over', (dueOn, workingDaysLeft, daysOver, expected) => {
    expect(dueText({ dueOn, workingDaysLeft, daysOver }, TODAY, chinese)).toBe(expected);
  });

  test('names the year when it is not this one, so that January is not taken for last January', () => {
    const text = dueText({ dueOn: '2027-01-04', workingDaysLeft: 30, daysOver: 0 }, TODAY, chinese);

    expect(text).toContain('2027-01-04');
  });
});
