// From stored mail to case: claim, read, decide, register, answer with a receipt; one transaction per batch.
// A batch that fails is taken apart mail by mail, so that one bad mail never holds up the next; a mail that fails
// alone is tried again later and in the end put in quarantine, where a person sees it.
import type { IntakeItemId } from '@jieban/domain/complaint/vocabulary';
import { queueReceipts } from '../correspondence/queue-receipts';
import { registerComplaints, type RegistrationSettings } from '../register/register-complaints';
import { takeBackLetter } from '../letters/take-back-letter';
import type { Stores, UnitOfWork } from '../unit-of-work';
import type { IntakeDecision, PendingMail } from './intake-store';
import { draftFromMail } from './mail-draft';
import { MailReaderUnavailable, type MailReader, type ReadMail } from './mail-reader';
import { bounceOf } from './bounce-of-mail';
import { findCaseOf } from './find-case';

export interface ProcessMailsDeps {
  readonly unitOfWork: UnitOfWork;
  readonly readMail: MailReader;
  readonly registration: RegistrationSettings;
  /** Told about a batch or mail that failed; gets the error and the item's id, never the mail. */
  readonly onFailure: (error: unknown, itemId: IntakeItemId | null) => void;
}

/** Each batch is some twenty statements whatever its size; small ones spend their time on the way to the server. */
const BATCH = 400;
const MAX_ATTEMPTS = 5;
const RETRY_MINUTES = [1, 5, 15, 60] as const;

interface MailInHand {
  readonly item: PendingMail;
  readonly mail: ReadMail;
}

/** Works until nothing is pending and due, or `shouldStop` says so. Returns how many mails were settled. */
export async function processPendingMails(
  deps: ProcessMailsDeps,
  clock: { now(): Date },
  shouldStop: () => boolean = () => false,
): Promise<number> {
  let settled = 0;
  while (!shouldStop()) {
    const worked = await processBatch(deps, clock);
    if (worked === 0) break;
    settled += worked;
  }
  return settled;
}

/**
 * Answers one wake-up. It speaks for its own mails: where an earlier batch has settled them all (one takes two windows),
 * nothing is looked for. Whatever no wake-up speaks for is found by the sweep.
 */
export async function processMailsOf(
  deps: ProcessMailsDeps,
  itemIds: readonly string[],
  clock: { now(): Date },
  shouldStop: () => boolean = () => false,
): Promise<number> {
  const waits = await deps.unitOfWork.transaction(({ intake }) => intake.isAnyPending(itemIds));
  return waits ? processPendingMails(deps, clock, shouldStop) : 0;
}

async function processBatch(deps: ProcessMailsDeps, clock: { now(): Date }): Promise<number> {
  try {
    return await settleClaimed(deps, BATCH, clock.now());
  } catch (error) {
    deps.onFailure(error, null);
    // Taken apart, every mail would count as failed, and in the end be put aside, for what is no fault of any.
    if (error instanceof MailReaderUnavailable) return 0;
  }
  let settled = 0;
  for (let taken = 0; taken < BATCH; taken += 1) {
    const worked = await settleOne(deps, clock.now());
    if (worked === 0) break;
    settled += worked;
  }
  return settled;
}

/** Claims and settles in one transaction. Throws, with nothing written, when any of the mails cannot be settled. */
async function settleClaimed(deps: ProcessMailsDeps, limit: number, now: Date): Promise<number> {
  return deps.unitOfWork.transaction(async (stores) => {
    const items = await stores.intake.claimPendingMails(limit, now);
    await settle(deps, stores, items, now);
    return items.length;
  });
}

/** Claims the next mail alone. When it fails its attempt is counted, and after the last one it goes into quarantine. */
async function settleOne(deps: ProcessMailsDeps, now: Date): Promise<number> {
  let inHand: PendingMail | undefined;
  try {
    return await deps.unitOfWork.transaction(async (stores) => {
      const items = await stores.intake.claimPendingMails(1, now);
      inHand = items[0];
      await settle(deps, stores, items, now);
      return items.length;
    });
  } catch (error) {
    if (inHand === undefined) throw error;
    deps.onFailure(error, inHand.id);
    await setAside(deps, inHand, now);
    return 1;
  }
}

async function setAside(deps: ProcessMailsDeps, item: PendingMail, now: Date): Promise<void> {
  const minutes = RETRY_MINUTES[item.attempts];
  await deps.unitOfWork.transaction(async ({ intake }) => {
    if (item.attempts + 1 < MAX_ATTEMPTS && minutes !== undefined) {
      await intake.postpone(item.id, new Date(now.getTime() + minutes * 60_000), '登记时出错,稍后自动重试');
      return;
    }
    const reason = `自动登记失败 ${MAX_ATTEMPTS} 次,请人工登记;原件已保存`;
    await intake.decide([{ id: item.id, state: 'quarantined', reason, kind: null, warnings: [] }], now);
  });
}

async function settle(deps: ProcessMailsDeps, stores: Stores, items: readonly PendingMail[], now: Date): Promise<void> {
  if (items.length === 0) return;
  const mails = await Promise.all(items.map(async (item) => ({ item, mail: await deps.readMail(item.raw) })));

  // New complaints first: an answer that came in the same batch as the mail it answers must find its case.
  await register(
    deps,
    stores,
    mails.filter(({ mail }) => mail.kind === 'complaint'),
    now,
  );

  const decisions: IntakeDecision[] = [];
  const withoutCase: MailInHand[] = [];
  for (const inHand of mails.filter(({ mail }) => mail.kind !== 'complaint')) {
    const decision = await decideOnOther(deps, stores, inHand, now);
    if (decision === null) withoutCase.push(inHand);
    else decisions.push(decision);
  }
  // An "answer" to a case that we do not know is a complaint like any other: it must not fall between two chairs.
  await register(deps, stores, withoutCase, now);
  await stores.intake.decide(decisions, now);
}

async function decideOnOther(
  { registration }: ProcessMailsDeps,
  stores: Stores,
  { item, mail }: MailInHand,
  now: Date,
): Promise<IntakeDecision | null> {
  const { id } = item;
  const { kind, warnings } = mail;
  if (kind === 'unparseable') {
    return { id, state: 'quarantined', reason: `邮件无法解析:${warnings.join('、')}`, kind, warnings };
  }
  const complaintId = await findCaseOf(stores, mail);
  if (complaintId === null) {
    if (kind === 'reply') return null;
    return { id, state: 'filed', reason: '非诉求邮件(退信、自动回复或回执)', kind, warnings };
  }
  await stores.history.append([
    {
      complaintId,
      type: 'correspondence.received',
      at: item.receivedAt,
      recordedAt: now,
      actorId: null,
      data: { intakeItemId: id, kind },
    },
  ]);
  if (mail.messageId !== null) await stores.intake.rememberMessages([{ messageId: mail.messageId, complaintId }]);
  // A report of a mere delay takes nothing back: the server goes on trying.
  if (mail.bounce?.permanent === true)
    await takeBackLetter(
      { rules: registration, newId: registration.newId },
      stores,
      complaintId,
      bounceOf(item, mail),
      now,
    );
  return { id, state: 'attached', complaintId, kind, warnings };
}

async function register(
  deps: ProcessMailsDeps,
  stores: Stores,
  mails: readonly MailInHand[],
  now: Date,
): Promise<void> {
  const drafts = mails.map(({ item, mail }) => draftFromMail(mail, item.receivedAt));
  const registered = await registerComplaints(stores, deps.registration, now, drafts);
  const cases = mails.flatMap(({ item, mail }, position) => {
    const complaint = registered[position];
    return complaint === undefined ? [] : [{ item, mail, complaint }];
  });
  await stores.intake.decide(
    cases.map(({ item, mail, complaint }) => ({
      id: item.id,
      state: 'registered',
      complaintId: complaint.id,
      kind: mail.kind,
      warnings: mail.warnings,
    })),
    now,
  );
  await stores.intake.rememberMessages(
    cases.flatMap(({ mail, complaint }) =>
      mail.messageId === null ? [] : [{ messageId: mail.messageId, complaintId: complaint.id }],
    ),
  );
  await queueReceipts(deps, stores, cases, now);
}
