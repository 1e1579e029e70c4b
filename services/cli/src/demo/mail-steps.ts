// The demo's mail: written into the folder, taken in file by file as a poll would find it, then registered.
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { processPendingMails, type ProcessMailsDeps } from '@jieban/application/intake/process-pending-mails';
import { addDays, civilDateOf, instantAt, type ClockTime } from '@jieban/domain/time/civil-date';
import { ingestMailFiles } from '../intake/ingest-mail-files';
import type { DemoDeps } from './demo-deps';
import { COMPLAINT_MAILS } from './mails';
import { BOUNCE, OTHER_MAILS, UNREADABLE, type OtherMail } from './other-mails';
import type { PlannedCase } from './plan-cases';
import type { DemoCases, DemoStep } from './replay';
import { writeBounce, writeUnreadable } from './write-machine-mail';
import { messageIdOf, writeMail } from './write-mail';

const MINUTE = 60_000;

export async function planMailSteps(
  deps: DemoDeps,
  mails: ProcessMailsDeps,
  cases: DemoCases,
  plans: ReadonlyMap<string, PlannedCase>,
  now: Date,
): Promise<DemoStep[]> {
  await mkdir(deps.mailFolder, { recursive: true });
  const steps: DemoStep[] = [];

  const arrive = async (key: string, bytes: Uint8Array, receivedAt: Date, messageId: string | null): Promise<void> => {
    const file = join(deps.mailFolder, `${key}.eml`);
    await writeFile(file, bytes);
    // What has no Received line is dated by its file.
    await utimes(file, receivedAt, receivedAt);
    const pollAt = new Date(Math.min(receivedAt.getTime() + MINUTE, now.getTime()));
    steps.push({
      at: pollAt,
      run: async (at) => {
        await ingestMailFiles(deps, [file], at);
        await processPendingMails(mails, { now: () => at });
        if (messageId === null) return;
        const ids = await deps.unitOfWork.transaction(({ intake }) => intake.casesOfMessages([messageId]));
        cases.opened(key, ids[0]);
      },
    });
  };

  const planOf = (key: string): PlannedCase => {
    const plan = plans.get(key);
    if (plan === undefined) throw new Error(`Mail ${key} of the demo has no plan.`);
    return plan;
  };
  for (const mail of COMPLAINT_MAILS) {
    const { receivedAt } = planOf(mail.key);
    const messageId = messageIdOf(mail.key, receivedAt);
    await arrive(mail.key, await writeMail({ ...mail, receivedAt, messageId }), receivedAt, messageId);
  }
  for (const mail of OTHER_MAILS) {
    const answered = mail.answers === undefined ? null : planOf(mail.answers);
    const receivedAt = arrivalOf(mail, answered, now);
    const thread =
      mail.answers === undefined || answered === null
        ? {}
        : { inReplyTo: messageIdOf(mail.answers, answered.receivedAt) };
    const written = { ...mail, ...thread, receivedAt, messageId: messageIdOf(mail.key, receivedAt) };
    await arrive(mail.key, await writeMail(written), receivedAt, null);
  }
  const bouncedAt = pastInstant(BOUNCE.arrives, now);
  await arrive(BOUNCE.key, writeBounce(bouncedAt), bouncedAt, null);
  await arrive(UNREADABLE.key, writeUnreadable(), pastInstant(UNREADABLE.arrives, now), null);
  return steps;
}

function pastInstant({ daysAgo, time }: { readonly daysAgo: number; readonly time: ClockTime }, now: Date): Date {
  return instantAt(addDays(civilDateOf(now), -daysAgo), time);
}

/** Two days after the mail that it answers, or half-way to now when that was only just. */
function arrivalOf(mail: OtherMail, answered: PlannedCase | null, now: Date): Date {
  if (mail.arrives !== null) return pastInstant(mail.arrives, now);
  const from = (answered?.registeredAt ?? now).getTime();
  // To the second, because a mail header says no more.
  return new Date(Math.floor(Math.min(from + 2 * 86_400_000, (from + now.getTime()) / 2) / 1000) * 1000);
}
