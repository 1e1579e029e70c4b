// Everything a handler needs, put together once from the configuration.
import type { RedateDeps } from '@jieban/application/clock/redate-clocks';
import type { FireRungsDeps } from '@jieban/application/escalation/fire-due-rungs';
import type { DigestDeps } from '@jieban/application/escalation/send-digests';
import type { SendMailDeps } from '@jieban/application/correspondence/send-outgoing-mail';
import type { ImportDeps } from '@jieban/application/hotline/run-import';
import type { MailReader } from '@jieban/application/intake/mail-reader';
import type { ProcessMailsDeps } from '@jieban/application/intake/process-pending-mails';
import { followCalendars, openCalendars } from '@jieban/db/calendar-source';
import type { DatabaseConnection } from '@jieban/db/connect';
import { readRegistrationSettings } from '@jieban/db/registration-settings';
import { createUnitOfWork } from '@jieban/db/unit-of-work';
import type { Vault } from '@jieban/db/vault';
import { DEFAULT_LADDER } from '@jieban/domain/escalation/default-ladder';
import { readOrders } from '@jieban/hotline/read-orders';
import { createDigestComposer, createReceiptComposer } from '@jieban/mail/letter-composers';
import { messageIdDomain } from '@jieban/mail/message-id-domain';
import type { Clock } from '@jieban/runtime/clock';
import type { Configuration } from '@jieban/runtime/configuration';
import { newId } from '@jieban/runtime/ids';
import type { Logger } from '@jieban/runtime/logger';
import { createLetterSender, type LetterSender } from './letter-sender';

export interface WorkerDeps {
  readonly clock: Clock;
  readonly connection: DatabaseConnection;
  readonly mails: ProcessMailsDeps;
  readonly imports: ImportDeps;
  readonly rungs: FireRungsDeps;
  readonly digests: DigestDeps;
  readonly redating: RedateDeps;
  /** Null when neither SMTP nor a mail folder is set: composed mails then wait, visibly, in the database. */
  readonly sending: SendMailDeps | null;
  readonly letterSender: LetterSender | null;
}

/** Rejects when no unit owns the intake yet. */
export async function composeWorker(
  configuration: Configuration,
  connection: DatabaseConnection,
  vault: Vault,
  clock: Clock,
  logger: Logger,
  readMail: MailReader,
): Promise<WorkerDeps> {
  const unitOfWork = createUnitOfWork(connection, vault);
  const source = await openCalendars(connection.db);
  followCalendars(source, (error) => logger.error({ err: error }, 'the calendars could not be read'));
  const { calendar } = source;
  const registration = await readRegistrationSettings(connection, configuration, source);
  const domain = messageIdDomain(configuration);
  const bureau = { ...configuration.bureau, boardUrl: `${configuration.publicUrl}/board` };
  const letterSender = createLetterSender(configuration);
  return {
    clock,
    connection,
    mails: {
      unitOfWork,
      readMail,
      registration,
      onFailure: (error, itemId) => logger.error({ err: error, intakeItemId: itemId }, 'a mail could not be settled'),
    },
    imports: { unitOfWork, readOrders, registration },
    rungs: { unitOfWork, ladder: DEFAULT_LADDER, calendar, newId },
    digests: {
      unitOfWork,
      composeDigest: createDigestComposer(bureau),
      ladder: DEFAULT_LADDER,
      calendar,
      newId,
    },
    redating: { unitOfWork, clockRules: registration },
    sending:
      letterSender === null
        ? null
        : {
            unitOfWork,
            sender: letterSender,
            composeReceipt: createReceiptComposer(bureau),
            messageIdDomain: domain,
            clockRules: registration,
            newId,
          },
    letterSender,
  };
}

/** Mail from these is our own coming back; it never gets a receipt. */
export function ownAddresses({ mailFrom, mailbox }: Configuration): string[] {
  return [mailFrom, mailbox?.user ?? null].filter((address): address is string => address?.includes('@') === true);
}
