// A field for a day, as the calendar on the wall shows it; no zone can move it, because only its digits are carried.
import { civilDateOf } from '@jieban/domain/time/civil-date';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactElement } from 'react';

interface CivilDayPickerProps {
  readonly id?: string;
  /** `YYYY-MM-DD`. */
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
  /** A paper cannot have come tomorrow; its limit can lie there. */
  readonly upToToday?: boolean;
}

export function CivilDayPicker({ id, value, onChange, upToToday = false }: CivilDayPickerProps): ReactElement {
  const today = civilDateOf(new Date());
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      className="full-width"
      format="YYYY-MM-DD"
      value={value ? dayjs(value) : null}
      disabledDate={(day) => upToToday && day.format('YYYY-MM-DD') > today}
      onChange={(next) => onChange?.(next === null ? null : next.format('YYYY-MM-DD'))}
    />
  );
}
