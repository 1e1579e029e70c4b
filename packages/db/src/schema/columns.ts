// Column types that Drizzle lacks or that the house gives a branded type.
import { customType, timestamp } from 'drizzle-orm/pg-core';
import type { CivilDate } from '@jieban/domain/time/civil-date';

export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** An instant (`timestamptz`). */
export const instant = () => timestamp({ withTimezone: true, mode: 'date' });

/** A civil date of Asia/Shanghai (`date`), as text so that no time zone can move it. */
export const civilDate = customType<{ data: CivilDate; driverData: string }>({ dataType: () => 'date' });
