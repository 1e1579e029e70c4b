// The letters that move another clock than the acceptance does, or leave by another way than the mail.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeClocks } from '@jieban/application/clock/change-clocks';
import { sendDigests, type DigestComposer, type DigestLine } from '@jieban/application/escalation/send-digests';
import { previewLetter } from '@jieban/application/letters/preview-letter';
import { recordLetterProof } from '@jieban/application/letters/record-letter-proof';
import type { MailSender } from '@jieban/application/correspondence/outgoing-mail-store';
import { newId } from '@jieban/runtime/ids';
import { bounceOf } from '../support/delivery-report';
import { enterHouse, type House } from '../support/house';
import { openLetterBureau, type LetterBureau } from '../support/letter-bureau';
import { acceptanceEntries, extensionEntries, replyEntries } from '../support/letter-entries';
import { letterRecords, type LetterRecords } from '../support/letter-records';

const START = new Date('2026-05-08T10:00:00+08:00');
let house: House;
let bureau: LetterBureau;
let records: LetterRecords;

beforeAll(async () => {
  house = await enterHouse(START);
  bureau = await openLetterBureau(house);
  records = letterRecords(house);
});
beforeEach(() => {
  house.clock.set(START);
});
afterAll(() => house.leave());

const now = () => house.clock.now();
const accepts: MailSender = { send: () => Promise.resolve({ accepted: true, response: '250 ok' }) };
const acceptance = () => acceptanceEntries(house.units.office);

test('a final reply meets whatever is open; when it comes back, the answer is owed again', async () => {
  const id = await bureau.complain('lin@example.com', '反映如下:\n1、未出示执法证\n2、未留下文书');
  const letterId = await bureau.draft(id, replyEntries([1, 2]));
  await bureau.sign(id, letterId);
  await expect(bureau.issue(id, letterId)).rejects.toMatchObject({ state: 'registered', move: 'reply' });
  await house.connection.sql`update complaint set state = 'review' where id = ${id}`;
  await bureau.issue(id, letterId);
  const mailId = await bureau.send(letterId, accepts);
  expect([await records.clockOf(id, 'procedural'), await records.clockOf(id, 'substantive')]).toMatchObject([
    { status: 'met' },
    { status: 'met' },
  ]);

  await bureau.receive(bounceOf(mailId));

  expect([await records.clockOf(id, 'procedural'), await records.clockOf(id, 'substantive')]).toMatchObject([
    { status: 'running' },
    { status: 'running' },
  ]);
  expect((await records.caseOf(id)).state).toBe('replied');
});

test('an extension is told when it has been granted, with the days that the clock counted', async () => {
  const id = await bureau.complain('lin@example.com');
  const letterId = await bureau.draft(id, extensionEntries(20));
  await bureau.sign(id, letterId);
  await expect(bureau.issue(id, letterId, bureau.leader)).rejects.toMatchObject({
    code: 'letter_decision_outstanding',
  });
  const asked = { days: 20, reason: '案情复杂', requestedBy: bureau.handler.userId, requestedAt: now() };
  const event = { type: 'extended' as const, ...asked, approvedBy: bureau.leader.userId, approvedAt: now() };
  await house.unitOfWork.transaction((stores) =>
    changeClocks(house.clockRules, stores, id, [{ kind: 'substantive', event }], now()),
  );

  await bureau.issue(id, letterId, bureau.leader);

  const { text } = await previewLetter(bureau.deps, bureau.handler, id, letterId);
  expect(text).toContain('原到期日为2026年6月8日，新到期日为2026年6月29日');
});

test('the digest tells of a letter that came back, and of nobody', async () => {
  const id = await bureau.complain('lin@example.com');
  const mailId = await bureau.send(await bureau.tell(id, acceptance()), accepts);
  await bureau.receive(bounceOf(mailId));
  const { number } = await records.caseOf(id);
  const told: DigestLine[] = [];
  const composeDigest: DigestComposer = ({ to, lines }) => {
    told.push(...lines);
    return { to, subject: '', text: '', headers: {} };
  };
  const { unitOfWork, clockRules } = house;

  await sendDigests({ unitOfWork, composeDigest, ...clockRules, newId }, now());

  expect(told.filter((line) => line.number === number)).toMatchObject([
    { kind: 'procedural', noticeName: '文书被退回' },
  ]);
});

test('a letter by telephone is proven by the record of the call and by nothing else', async () => {
  const id = await bureau.complain('lin@example.com');
  const letterId = await bureau.tell(id, acceptance(), 'phone');
  house.clock.advanceSeconds(1_800);
  const record = (kind: 'posting' | 'phone-reply') =>
    recordLetterProof(bureau.deps, bureau.intake, id, letterId, { kind, at: now(), statement: '已告知受理' }, now());

  await expect(record('posting')).rejects.toMatchObject({ code: 'letter_other_proof' });
  await record('phone-reply');
  expect(await records.clockOf(id, 'procedural')).toEqual({ status: 'met', metAt: now() });
  await expect(record('phone-reply')).rejects.toMatchObject({ code: 'letter_not_issued' });
});
