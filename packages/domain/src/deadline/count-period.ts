// The nominal period of a clock: what a week and a month mean before any pause, extension or roll.
import { addDays, addMonthsClamped, dayNumberOf, daysBetween, type CivilDate } from '../time/civil-date';
import { formatChineseDate } from '../time/shanghai-format';
import type { DeadlineStep } from './deadline';
import type { PolicyRules } from './policies';
import { describeRestDay } from './rest-day-text';
import { citeStatute } from './statutes';
import type { WorkingCalendar } from './working-calendar';

const DAYS_IN_A_WEEK = 7;

/** Day of receipt plus seven civil days, or the seventh working day after it, as the policy says. */
export function countWeek(receivedOn: CivilDate, rules: PolicyRules, calendar: WorkingCalendar): DeadlineStep[] {
  if (rules.weekCountedIn === 'working-days') return countWorkingDays(receivedOn, calendar);
  const nominalOn = addDays(receivedOn, DAYS_IN_A_WEEK);
  return [
    {
      code: 'nominal-week',
      on: nominalOn,
      movesDays: DAYS_IN_A_WEEK,
      text: `一周按${DAYS_IN_A_WEEK}日计算，第${DAYS_IN_A_WEEK}日为${formatChineseDate(nominalOn)}`,
      article: citeStatute('civil-code-200'),
    },
  ];
}

/** The same day of the next month, or its last day. Never thirty days: the law counts months as months. */
export function countMonth(receivedOn: CivilDate): DeadlineStep[] {
  const nominalOn = addMonthsClamped(receivedOn, 1);
  const hasSameDay = nominalOn.slice(8) === receivedOn.slice(8);
  return [
    {
      code: hasSameDay ? 'nominal-month' : 'nominal-month-end',
      on: nominalOn,
      movesDays: daysBetween(receivedOn, nominalOn),
      text: hasSameDay
        ? `一个月到次月的对应日为止，即${formatChineseDate(nominalOn)}`
        : `次月没有${Number(receivedOn.slice(8))}日，到月末日为止，即${formatChineseDate(nominalOn)}`,
      article: citeStatute('civil-code-202'),
    },
  ];
}

function countWorkingDays(receivedOn: CivilDate, calendar: WorkingCalendar): DeadlineStep[] {
  const nominalOn = calendar.addWorkingDays(receivedOn, DAYS_IN_A_WEEK);
  const between = Array.from({ length: dayNumberOf(nominalOn) - dayNumberOf(receivedOn) }, (_, i) =>
    addDays(receivedOn, i + 1),
  );
  const notCounted = between.filter((on) => !calendar.isWorkingDay(on));
  return [
    ...notCounted.map((on): DeadlineStep => {
      const { text, article } = describeRestDay(on, calendar);
      return { code: 'day-not-counted', on, movesDays: 1, text: `${text}，不计入工作日`, article };
    }),
    {
      code: 'nominal-working-days',
      on: nominalOn,
      movesDays: DAYS_IN_A_WEEK,
      text: `一周按${DAYS_IN_A_WEEK}个工作日计算，第${DAYS_IN_A_WEEK}个工作日为${formatChineseDate(nominalOn)}`,
      article: citeStatute('market-complaints-15'),
    },
  ];
}
