// The inner due day before anything is issued, by the rule and the calendar of the server.
import { PUBLISHED_CALENDAR } from '@jieban/domain/deadline/published-calendar';
import { INNER_WORKING_DAYS, innerDueDay } from '@jieban/domain/supervision/inner-due-day';
import type { OrderKind } from '@jieban/domain/supervision/order-kinds';
import { civilDateOf } from '@jieban/domain/time/civil-date';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { dayText } from '../../ui/shanghai-text';
import { useNow } from '../../ui/use-now';

interface InnerDueDayProps {
  readonly kind: OrderKind;
  /** Null or nothing while the field is being typed in. */
  readonly workingDays: number | null | undefined;
}

export function InnerDueDay({ kind, workingDays }: InnerDueDayProps): ReactElement | null {
  const { t } = useTranslation();
  const today = civilDateOf(useNow(60_000));
  const { most } = INNER_WORKING_DAYS[kind];
  if (workingDays === null || workingDays === undefined || workingDays < 1 || workingDays > most) return null;
  const order = { kind, issuedOn: today, workingDays: Math.trunc(workingDays), nextDueOn: null };
  const { on } = innerDueDay(order, PUBLISHED_CALENDAR);
  return <>{t('orderIssue.dueOn', { day: dayText(on, today, t) })}</>;
}
