// The roll: once, at the very end of the sum (DOMAIN §8.9), so that neither a pause nor an extension is lengthened by
// a holiday that lies inside it.
import { addDays, daysBetween, type CivilDate } from '../time/civil-date';
import { formatChineseDate } from '../time/shanghai-format';
import type { DeadlineStep } from './deadline';
import type { PolicyRules } from './policies';
import { describeRestDay } from './rest-day-text';
import { citeStatute } from './statutes';
import type { WorkingCalendar } from './working-calendar';

/** Names every day that is passed over and why; a day that stays is explained as well. */
export function rollDueDay(on: CivilDate, rules: PolicyRules, calendar: WorkingCalendar): DeadlineStep[] {
  const { working, reason, name } = calendar.kindOf(on);
  const day = formatChineseDate(on);
  if (working) {
    // A swapped weekend is a working day by actual rest; rolling past it would give the bureau a day the law does not.
    return reason === 'make-up-workday'
      ? [
          still(
            'stays-on-make-up-workday',
            on,
            `${day}是${name ?? ''}调休上班日，不顺延`,
            citeStatute('civil-code-203'),
          ),
        ]
      : [still('stays-on-working-day', on, `${day}是工作日，不顺延`, null)];
  }
  if (!rules.rolls) {
    return [still('kept-on-rest-day', on, `${describeRestDay(on, calendar).text}，按所选口径不顺延`, null)];
  }

  const dueOn = calendar.nextWorkingDay(on);
  const skipped = Array.from({ length: daysBetween(on, dueOn) }, (_, i) => addDays(on, i));
  return [
    ...skipped.map((restDay): DeadlineStep => {
      const { text, article } = describeRestDay(restDay, calendar);
      return { code: 'rest-day-skipped', on: restDay, movesDays: 1, text: `${text}，跳过`, article };
    }),
    still('rolled', dueOn, `顺延至其后第一个工作日${formatChineseDate(dueOn)}`, citeStatute('civil-code-203')),
  ];
}

function still(code: DeadlineStep['code'], on: CivilDate, text: string, article: string | null): DeadlineStep {
  return { code, on, movesDays: 0, text, article };
}
