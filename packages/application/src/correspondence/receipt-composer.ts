// The port through which a receipt gets its words. The adapter is @jieban/mail.
import type { CivilDate } from '@jieban/domain/time/civil-date';
import type { ComposedMail } from './outgoing-mail-store';

export interface ReceiptFacts {
  readonly to: string;
  readonly number: string;
  readonly receivedAt: Date;
  readonly proceduralDueOn: CivilDate;
  readonly substantiveDueOn: CivilDate;
  readonly provisional: boolean;
  /** Message-ID of the complainant's mail, for threading. */
  readonly inReplyTo: string | null;
  /** Its References, oldest first. */
  readonly references: readonly string[];
}
export type ReceiptComposer = (facts: ReceiptFacts) => ComposedMail;
