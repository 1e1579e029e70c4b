// Sends one mail that waits. The row stays locked while the mail server is spoken to, so that two workers never send
// the same mail; a crash between the server's yes and our commit sends it again under the same Message-ID.
import type { ClockRules } from '../clock/clock-rules';
import { recordLetterFailed, recordLetterSent } from '../letters/settle-letter-mail';
import type { Stores, UnitOfWork } from '../unit-of-work';
import type { NewHistoryEvent } from '../register/history-store';
import type { ComposedMail, MailSender, MailToSend, QueuedMail } from './outgoing-mail-store';
import type { ReceiptComposer } from './receipt-composer';

/** Soft failures (full mailbox, greylisting, a server that is down) are tried again for this long. */
const RETRY_FOR_HOURS = 72;
const MINUTE = 60_000;

export interface SendMailDeps {
  readonly unitOfWork: UnitOfWork;
  readonly sender: MailSender;
  readonly composeReceipt: ReceiptComposer;
  /** Domain part of our Message-IDs. */
  readonly messageIdDomain: string;
  /** The clocks that a letter meets when it is sent. */
  readonly clockRules: ClockRules;
  readonly newId: () => string;
}

/** Message-ID of an outgoing mail, without angle brackets. */
export function messageIdOf(mailId: string, domain: string): string {
  return `jieban-${mailId}@${domain}`;
}

/** The mail of ours that a Message-ID names, with or without brackets, whatever its domain; null when it is not ours. */
export function mailIdOf(messageId: string): string | null {
  return /^<?jieban-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/i.exec(messageId.trim())?.[1]?.toLowerCase() ?? null;
}

/** Minutes until attempt number `attempts + 1`: 1, 2, 4 … up to 60. */
function backoffMinutes(attempts: number): number {
  return Math.min(60, 2 ** Math.min(attempts, 6));
}

/** The first six waits add up to about an hour, each further one is an hour. */
const MAX_ATTEMPTS = 6 + RETRY_FOR_HOURS;

/** Returns what became of it; `not-due` when it is not waiting (sent already, or another worker has it). */
export async function sendOutgoingMail(
  deps: SendMailDeps,
  mailId: string,
  now: Date,
): Promise<'sent' | 'failed' | 'postponed' | 'recalled' | 'not-due'> {
  return deps.unitOfWork.transaction(async (stores) => {
    const { outgoingMail, history, notices } = stores;
    const letterDeps = { rules: deps.clockRules, newId: deps.newId };
    const queued = await outgoingMail.claim(mailId, now);
    if (queued === null) return 'not-due';
    // Its reader may have become one of the accused while it waited; the next digest tells them of their other cases.
    if (queued.kind === 'digest' && (await notices.recallShutOut(queued.id))) {
      await outgoingMail.recall(queued.id, 'recalled: a case in it is shut to its reader');
      return 'recalled';
    }
    const messageId = messageIdOf(queued.id, deps.messageIdDomain);
    const words = 'subject' in queued.mail ? queued.mail : deps.composeReceipt(queued.mail);
    const answer = await deps.sender.send({ ...(await withFiles(words, stores)), messageId });
    const result = { ...answer, response: withoutAddresses(answer.response) };
    if (result.accepted) {
      await outgoingMail.markSent(queued.id, result.response, now, words);
      await history.append(receiptEvents(queued, 'receipt.sent', now));
      if (queued.kind === 'letter') await recordLetterSent(letterDeps, stores, queued.id, result.response, now);
      return 'sent';
    }
    if (result.permanent || queued.attempts + 1 >= MAX_ATTEMPTS) {
      await outgoingMail.markFailed(queued.id, result.response, now);
      await history.append(receiptEvents(queued, 'receipt.failed', now));
      if (queued.kind === 'letter') await recordLetterFailed(letterDeps, stores, queued.id, now);
      return 'failed';
    }
    const until = new Date(now.getTime() + backoffMinutes(queued.attempts) * MINUTE);
    await outgoingMail.postpone(queued.id, result.response, until);
    return 'postponed';
  });
}

/** The bytes of what goes along are read now: they may be large, and a mail may wait for days. */
async function withFiles(
  { attachments, ...words }: ComposedMail,
  { outgoingMail }: Pick<Stores, 'outgoingMail'>,
): Promise<Omit<MailToSend, 'messageId'>> {
  if (attachments === undefined) return words;
  const files = [];
  for (const { sha256, ...file } of attachments) files.push({ ...file, bytes: await outgoingMail.readFile(sha256) });
  return { ...words, attachments: files };
}

/** Mail servers repeat the address that they refuse, and the row's response is read by people who may not know it. */
export function withoutAddresses(response: string): string {
  return response.replace(/[^\s<>()"',;:]+@[^\s<>()"',;:]+/g, '[address]');
}

/** A case tells what became of its receipt; a digest belongs to no case. */
function receiptEvents(
  { kind, complaintId }: QueuedMail,
  type: 'receipt.sent' | 'receipt.failed',
  now: Date,
): NewHistoryEvent[] {
  if (kind !== 'receipt' || complaintId === null) return [];
  return [{ complaintId, type, at: now, recordedAt: now, actorId: null, data: {} }];
}

/**
 * Sends the mails one after the other. A row that cannot be tried at all (it does not open under today's keys) must not
 * hold up those behind it: all are tried, then the first error is thrown, so that the failure is seen. Tried again,
 * those that were sent are no longer due.
 */
export async function sendOutgoingMails(
  deps: SendMailDeps,
  mailIds: readonly string[],
  clock: { now(): Date },
  shouldStop: () => boolean = () => false,
): Promise<void> {
  const errors: unknown[] = [];
  for (const mailId of mailIds) {
    if (shouldStop()) break;
    try {
      await sendOutgoingMail(deps, mailId, clock.now());
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}

/** Sends what is due and has no job speaking for it (a flushed queue loses nothing, I10). Returns how many were tried. */
export async function sweepOutgoingMail(
  deps: SendMailDeps,
  limit: number,
  clock: { now(): Date },
  shouldStop: () => boolean = () => false,
): Promise<number> {
  const ids = await deps.unitOfWork.transaction((stores) => stores.outgoingMail.dueIds(limit, clock.now()));
  await sendOutgoingMails(deps, ids, clock, shouldStop);
  return ids.length;
}
