// Cases that stand in every place where one can be seen: on the board, with clocks and history, with the mail that
// opened it, with a caller's number. Whom they accuse and who handles them is said plainly, also where the register
// itself would have refused: a case may accuse its handling unit before anybody knows it.
import type { IntakeStore } from '@jieban/application/intake/intake-store';
import { registerComplaints } from '@jieban/application/register/register-complaints';
import type { ComplaintDraft } from '@jieban/application/register/registration-store';
import { readRegistrationSettings } from '@jieban/db/registration-settings';
import { fileKindOf } from '@jieban/domain/attachment/file-kind';
import type { AccusedParty } from '@jieban/domain/access/match-accused';
import type { ComplaintId, UnitId } from '@jieban/domain/complaint/vocabulary';
import { newId } from '@jieban/runtime/ids';
import { buildMail } from '../../fixtures/mail/build-mail';
import { draft } from '../../support/drafts';
import type { ApiUnderTest } from '../api-harness';
import { plantLetters } from './planted-letters';
import { plantOrders } from './planted-orders';

export interface PlantedCase {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly callerPhone: string;
  /** Null when no mail opened it. */
  readonly intakeItemId: string | null;
  /** Words that stand in the original mail only. */
  readonly mailPhrase: string;
  /** Name of the scan that lies in its file; the scan says it too. */
  readonly scanName: string;
}

export interface CaseToPlant {
  readonly handlingUnitId: UnitId;
  readonly accused: readonly AccusedParty[];
  readonly receivedAt: Date;
  readonly withMail: boolean;
  readonly hotlineDueAt?: Date;
}

let planted = 0;

export async function plantCases(api: ApiUnderTest, wanted: readonly CaseToPlant[]): Promise<PlantedCase[]> {
  const numbered = wanted.map((each) => ({ ...each, no: (planted += 1) }));
  const drafts = numbered.map(({ no, ...each }): ComplaintDraft => {
    const identity = { name: '欧阳秀兰', phone: phoneOf(no), email: `ouyang${no}@qq.com`, address: '' };
    return draft({
      channel: each.withMail ? 'mailbox' : 'phone',
      receivedAt: each.receivedAt,
      subject: subjectOf(no),
      accused: each.accused,
      identity,
      hotlineDueAt: each.hotlineDueAt ?? null,
    });
  });
  const settings = await readRegistrationSettings(api.connection, {
    deadlinePolicy: 'calendar-roll',
    numberPrefix: 'MZ',
  });
  const now = api.clock.now();
  const cases = await api.unitOfWork.transaction(async (stores) => {
    const registered = await registerComplaints(stores, settings, now, drafts);
    const made: PlantedCase[] = [];
    for (const [position, { id, number }] of registered.entries()) {
      const { no, withMail, receivedAt } = numbered[position] ?? never();
      const intakeItemId = withMail ? await openWithMail(stores.intake, no, id, receivedAt, now) : null;
      const scanName = scanOf(no);
      const bytes = Buffer.from(`%PDF-1.7 ${scanName}`);
      const scan = { fileName: scanName, bytes, kind: fileKindOf(bytes) };
      await stores.attachments.add(id, scan, api.people.intake, now);
      const known = { subject: subjectOf(no), callerPhone: phoneOf(no), mailPhrase: phraseOf(no), scanName };
      made.push({ id, number, intakeItemId, ...known });
    }
    return made;
  });
  for (const [position, { handlingUnitId }] of wanted.entries())
    await api.connection.sql`
      update complaint set handling_unit_id = ${handlingUnitId} where id = ${cases[position]?.id ?? ''}`;
  const ids = cases.map(({ id }) => id);
  await plantOrders(api, ids);
  await plantLetters(api, ids);
  return cases;
}

async function openWithMail(
  intake: IntakeStore,
  no: number,
  complaintId: ComplaintId,
  receivedAt: Date,
  now: Date,
): Promise<string> {
  const place = { mailboxId: 'public', folder: 'INBOX', uidValidity: 1 };
  const [id] = await intake.storeMails(place, [{ uid: no, receivedAt, raw: mailOf(no) }], now, newId);
  if (id === undefined) throw new Error('The planted mail was known already.');
  await intake.decide([{ id, state: 'registered', complaintId, kind: 'complaint', warnings: [] }], now);
  return id;
}

function never(): never {
  throw new Error('More cases were registered than planted.');
}

/** Everything by which a case could be recognised in an answer, a file or a mail. */
export function tracesOf(planted: PlantedCase): string[] {
  const { id, number, subject, callerPhone, intakeItemId, mailPhrase, scanName } = planted;
  return [id, number, subject, callerPhone, mailPhrase, scanName, ...(intakeItemId === null ? [] : [intakeItemId])];
}

export function tracesIn(text: string, cases: readonly PlantedCase[]): string[] {
  return cases.flatMap(tracesOf).filter((trace) => text.includes(trace));
}

const subjectOf = (no: number) => `反映柳园敬老院第${no}号事`;
const phraseOf = (no: number) => `护工把第${no}号老人锁在屋里`;
const scanOf = (no: number) => `欧阳秀兰第${no}封来信.pdf`;
const phoneOf = (no: number) => `1360000${String(no).padStart(4, '0')}`;

function mailOf(no: number): Buffer {
  return Buffer.from(
    buildMail({
      subject: subjectOf(no),
      text: phraseOf(no),
      from: { name: '欧阳秀兰', address: `ouyang${no}@qq.com` },
      messageId: `<planted-${no}@qq.com>`,
      encoding: 'gb18030-base64',
    }),
  );
}
