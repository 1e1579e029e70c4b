// Before a letter leaves: who signs it, what keeps it from being signed, and what of it can never be altered.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { editLetter } from '@jieban/application/letters/edit-letter';
import { previewLetter } from '@jieban/application/letters/preview-letter';
import { signLetter } from '@jieban/application/letters/sign-letter';
import type { MailSender } from '@jieban/application/correspondence/outgoing-mail-store';
import { enterHouse, type House } from '../support/house';
import { openLetterBureau, type LetterBureau } from '../support/letter-bureau';
import { acceptanceEntries, dispatchSlipEntries, rejectionEntries, replyEntries } from '../support/letter-entries';
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

test('whoever signed the old words has not signed the new ones', async () => {
  const id = await bureau.complain('lin@example.com');
  const letterId = await bureau.draft(id, acceptance());
  await bureau.sign(id, letterId, 2);
  const edit = { entries: { ...acceptance(), enquiry: '可拨打12345' }, channel: null, revision: 1 };

  await editLetter(bureau.deps, bureau.intake, id, letterId, edit, now());

  const { letter, nextStep } = await previewLetter(bureau.deps, bureau.intake, id, letterId);
  expect([letter.signatures, nextStep, letter.state]).toEqual([[], 'handler', 'draft']);
  await expect(bureau.issue(id, letterId)).rejects.toMatchObject({ code: 'letter_not_signed' });
  await expect(editLetter(bureau.deps, bureau.intake, id, letterId, edit, now())).rejects.toMatchObject({
    code: 'letter_edited_meanwhile',
  });
  expect(await records.historyOf(id)).toContain('letter.signatures_dropped');
});

test('a signature stands for the text that lay before the signer, and each is another person', async () => {
  const id = await bureau.complain('lin@example.com');
  const letterId = await bureau.draft(id, acceptance());
  const other = 'f'.repeat(64);
  await expect(signLetter(bureau.deps, bureau.intake, id, letterId, other, now())).rejects.toMatchObject({
    code: 'letter_text_changed',
  });
  await bureau.sign(id, letterId, 1);
  const { textSha256 } = await previewLetter(bureau.deps, bureau.intake, id, letterId);

  await expect(signLetter(bureau.deps, bureau.intake, id, letterId, textSha256, now())).rejects.toMatchObject({
    code: 'letter_signature',
  });
});

test('a reply that does not answer every numbered point is signed by nobody', async () => {
  const id = await bureau.complain('lin@example.com', '反映如下:\n1、未出示执法证\n2、未留下文书');
  const letterId = await bureau.draft(id, replyEntries([1]));
  const { problems, textSha256 } = await previewLetter(bureau.deps, bureau.head, id, letterId);

  expect(problems.map(({ code }) => code)).toContain('point-unanswered');
  await expect(signLetter(bureau.deps, bureau.handler, id, letterId, textSha256, now())).rejects.toMatchObject({
    code: 'letter_has_problems',
  });
});

test('a refusal goes through legal review, and ends what is owed but the telling', async () => {
  const id = await bureau.complain('lin@example.com');
  const letterId = await bureau.draft(id, rejectionEntries());
  await bureau.sign(id, letterId, 2);
  const { nextStep, textSha256 } = await previewLetter(bureau.deps, bureau.leader, id, letterId);

  expect(nextStep).toBe('legal-review');
  await expect(signLetter(bureau.deps, bureau.leader, id, letterId, textSha256, now())).rejects.toMatchObject({
    code: 'letter_signature',
  });
  await bureau.sign(id, letterId);
  await bureau.issue(id, letterId);
  await bureau.send(letterId, accepts);
  expect(await records.clockOf(id, 'procedural')).toMatchObject({ status: 'met' });
  expect(await records.clockOf(id, 'substantive')).toMatchObject({ status: 'ended' });
});

test.each([
  ['its text', '来信人林晓棠反映未出示执法证', []],
  ['the name of an attachment', '来信反映未出示执法证', ['lin@example.com来信.pdf']],
])('a dispatch slip that shows the complainant in %s cannot be signed', async (_where, summary, attachments) => {
  const id = await bureau.complain('lin@example.com');
  const letterId = await bureau.draft(id, dispatchSlipEntries(house.units.care, summary, attachments));
  const { problems, textSha256 } = await previewLetter(bureau.deps, bureau.intake, id, letterId);

  expect(problems.map(({ code }) => code)).toContain('identity-shown');
  expect(JSON.stringify(problems)).not.toMatch(/林晓棠|lin@/);
  await expect(signLetter(bureau.deps, bureau.intake, id, letterId, textSha256, now())).rejects.toMatchObject({
    code: 'letter_has_problems',
  });
});

test('nothing goes to the accused unit, nor to a unit below it', async () => {
  const id = await bureau.complain('lin@example.com');
  await house.connection.sql`
    insert into complaint_accused (complaint_id, position, text, unit_id)
    values (${id}, 0, '铁西区民政局', ${house.units.tiexi})`;
  const letterId = await bureau.draft(id, dispatchSlipEntries(house.units.tiexi, '来信反映未出示执法证'));

  const { problems } = await previewLetter(bureau.deps, bureau.intake, id, letterId);
  expect(problems.map(({ code }) => code)).toContain('receiver-accused');
});

test('for whom a case is shut there is no letter of it', async () => {
  const id = await bureau.complain('lin@example.com');
  const letterId = await bureau.draft(id, acceptance());
  await house.connection.sql`
    insert into complaint_accused (complaint_id, position, text, user_id) values (${id}, 0, 'x', ${bureau.leader.userId})`;
  const look = () => previewLetter(bureau.deps, bureau.leader, id, letterId);
  const sign = () => signLetter(bureau.deps, bureau.leader, id, letterId, 'f'.repeat(64), now());

  await expect(look()).rejects.toMatchObject({ code: 'case_not_found' });
  await expect(sign()).rejects.toMatchObject({ code: 'case_not_found' });
});

test('what was signed, frozen and proven cannot be altered', async () => {
  const id = await bureau.complain('lin@example.com');
  const letterId = await bureau.tell(id, acceptance());
  await bureau.send(letterId, accepts);
  const { sql } = house.connection;

  await expect(sql`delete from letter_proof where letter_id = ${letterId}`).rejects.toThrow('append-only');
  await expect(sql`update letter_proof set at = now() where letter_id = ${letterId}`).rejects.toThrow('append-only');
  await expect(sql`update letter_text set frozen_at = now() where letter_id = ${letterId}`).rejects.toThrow(
    'append-only',
  );
  await expect(sql`update letter_signature set user_id = user_id`).rejects.toThrow('append-only');
});

test('document numbers count up within the year and are never given twice', async () => {
  const ids = [await bureau.complain('a@example.com'), await bureau.complain('b@example.com')];
  for (const id of ids) await bureau.tell(id, acceptance());
  const rows = await house.connection.sql<{ document_number: string }[]>`
    select document_number from letter where document_number is not null`;
  const numbers = rows.map(({ document_number: number }) => number);

  expect(new Set(numbers).size).toBe(numbers.length);
  for (const number of numbers) expect(number).toMatch(/^云民诉〔2026〕[1-9]\d*号$/);
});
