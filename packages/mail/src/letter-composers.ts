// The application's composing ports, filled with the bureau's own name, telephone and address.
import type { ReceiptComposer } from '@jieban/application/correspondence/receipt-composer';
import type { DigestComposer } from '@jieban/application/escalation/send-digests';
import { civilDateOf } from '@jieban/domain/time/civil-date';
import { composeDigest } from './compose-digest';
import { composeReceipt } from './compose-receipt';
import type { ComposedMail as ComposedParts } from './composed-mail';

export interface BureauLetterhead {
  readonly name: string;
  /** Empty when none is set. */
  readonly phone: string;
  /** Address of the overdue board, for digests. */
  readonly boardUrl: string;
}

export function createReceiptComposer(bureau: BureauLetterhead): ReceiptComposer {
  return ({ to, number, inReplyTo, references, receivedAt, proceduralDueOn, substantiveDueOn, provisional }) =>
    addressed(
      to,
      composeReceipt({
        caseNumber: number,
        receivedAt,
        proceduralDueOn,
        substantiveDueOn,
        isProvisional: provisional,
        bureauName: bureau.name,
        bureauPhone: bureau.phone === '' ? null : bureau.phone,
        originalMessageId: inReplyTo,
        originalReferences: references,
      }),
    );
}

export function createDigestComposer(bureau: BureauLetterhead): DigestComposer {
  return ({ to, recipientName, lines, asOf }) =>
    addressed(
      to,
      composeDigest({
        recipientName,
        today: civilDateOf(asOf),
        boardUrl: bureau.boardUrl,
        items: lines.map((line) => ({
          caseNumber: line.number,
          clock: line.kind,
          dueOn: line.dueOn,
          light: line.light,
          overdueDays: line.overdueWorkingDays,
          noticeName: line.noticeName,
          // The case's subject stays out: it may say who accuses whom, and a mail shows on a locked screen.
          unitName: line.unitName,
        })),
      }),
    );
}

function addressed(to: string, { subject, text, html, headers }: ComposedParts) {
  return { to, subject, text, headers, ...(html === null ? {} : { html }) };
}
