// A date and time field that speaks Beijing time. antd's picker works in the machine's zone, so wall-clock readings
// are carried across as text: the digits in the field are Shanghai's, on whatever machine.
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactElement } from 'react';

interface ShanghaiPickerProps {
  readonly id?: string;
  /** ISO instant. */
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
  readonly placeholder?: string;
}

export function ShanghaiPicker({ id, value, onChange, placeholder }: ShanghaiPickerProps): ReactElement {
  const wall = value ? dayjs(formatShanghaiInstant(new Date(value)).slice(0, 19)) : null;
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      {...(placeholder === undefined ? {} : { placeholder })}
      className="full-width"
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      value={wall}
      onChange={(next) => onChange?.(next === null ? null : `${next.format('YYYY-MM-DDTHH:mm:ss')}+08:00`)}
    />
  );
}
