// The automatic receipt (自动回执): tells the sender the case number. It never meets the procedural clock (DOMAIN §8.4).
import type { CivilDate } from '@jieban/domain/time/civil-date';
import type { MailReader } from '../intake/mail-reader';
import type { PendingMail } from '../intake/intake-store';
import type { Registered } from '../register/register-complaints';
import type { Stores } from '../unit-of-work';
import type { NewOutgoingMail } from './outgoing-mail-store';

/** Two machines that answer each other stop here at the latest. */
const RECEIPTS_PER_ADDRESS_AND_DAY = 5;
const DAY = 86_400_000;

interface RegisteredMail {
  readonly item: PendingMail;
  readonly mail: Awaited<ReturnType<MailReader>>;
  readonly complaint: Registered;
}

interface ReceiptDeps {
  readonly registration: { readonly newId: () => string };
}

function dueOn(complaint: Registered, kind: 'procedural' | 'substantive'): CivilDate {
  const deadline = complaint.deadlines.find((each) => each.kind === kind);
  if (deadline === undefined) throw new Error(`Complaint ${complaint.id} was registered without a ${kind} clock.`);
  return deadline.dueOn;
}

/** Queues a receipt for each registered mail that may have one; why another has none goes into its history. */
export async function queueReceipts(
  deps: ReceiptDeps,
  stores: Stores,
  cases: readonly RegisteredMail[],
  now: Date,
): Promise<void> {
  if (cases.length === 0) return;
  const receipts: NewOutgoingMail[] = [];
  const withheld = new Map<Registered['id'], string>();
  const receiptsTo = await stores.outgoingMail.countReceiptsTo(
    cases.map(({ mail }) => mail.from?.address ?? '').filter((address) => address !== ''),
    new Date(now.getTime() - DAY),
  );
  for (const { item, mail, complaint } of cases) {
    const to = mail.from?.address ?? '';
    const refusal = mail.receiptRefusal ?? (to === '' ? 'no-address' : null);
    if (refusal !== null) {
      withheld.set(complaint.id, refusal);
      continue;
    }
    const before = receiptsTo.get(to) ?? 0;
    if (before >= RECEIPTS_PER_ADDRESS_AND_DAY) {
      withheld.set(complaint.id, 'daily-limit');
      continue;
    }
    receiptsTo.set(to, before + 1);
    receipts.push({
      id: deps.registration.newId(),
      key: `receipt-${complaint.id}`,
      kind: 'receipt',
      complaintId: complaint.id,
      recipientId: null,
      mail: {
        to,
        number: complaint.number,
        receivedAt: item.receivedAt,
        proceduralDueOn: dueOn(complaint, 'procedural'),
        substantiveDueOn: dueOn(complaint, 'substantive'),
        provisional: complaint.deadlines.some((deadline) => deadline.provisional),
        inReplyTo: mail.messageId,
        references: mail.references,
      },
    });
  }
  if (receipts.length > 0) {
    await stores.outgoingMail.insert(receipts, now);
    const mailIds = receipts.map(({ id }) => id);
    await stores.outbox.add([{ job: 'mail.send', key: `mails-${mailIds[0] ?? ''}`, payload: { mailIds } }]);
  }
  // That a receipt went out is noted when the next mail server has taken it (send-outgoing-mail.ts).
  await stores.history.append(
    [...withheld].map(([complaintId, reason]) => ({
      complaintId,
      type: 'receipt.withheld' as const,
      at: now,
      recordedAt: now,
      actorId: null,
      data: { reason },
    })),
  );
}
