// The limit that a 12345 order or a petition referral brings along. It is kept exactly as given, beside our own two clocks and never
// overwritten by them (DOMAIN §8.3): the hotline judges us by its own date.
import { civilDateOf } from '../time/civil-date';
import { formatChineseDate, formatShanghaiInstant } from '../time/shanghai-format';
import type { Deadline } from './deadline';
import { citeStatute } from './statutes';

export interface HotlineDeadlineInput {
  readonly receivedAt: Date;
  /** As the order has it; an order that names only a day means 24:00 of it (the caller passes `endOfDayExclusive`). */
  readonly dueAt: Date;
}

/** @throws InvalidCivilDate when one of the two is not a time. */
export function hotlineDeadline({ receivedAt, dueAt }: HotlineDeadlineInput): Deadline {
  // The due day is the last day on which something can still be done: a limit of 00:00 belongs to the day before,
  // exactly as the exclusive midnight of our own clocks does.
  const dueOn = civilDateOf(new Date(dueAt.getTime() - 1));
  const given = formatShanghaiInstant(dueAt).slice(0, 16).replace('T', ' ');
  return {
    kind: 'hotline',
    policy: 'given',
    calendarVersion: 'none',
    receivedOn: civilDateOf(receivedAt),
    nominalOn: dueOn,
    dueOn,
    dueAt,
    provisional: false,
    steps: [
      {
        code: 'given-by-order',
        on: dueOn,
        movesDays: 0,
        text: `来件(热线工单、信访转办单)自带办理时限${given}，原样保留，不另行推算；最后办理日为${formatChineseDate(dueOn)}`,
        article: citeStatute('civil-code-204'),
      },
    ],
  };
}
