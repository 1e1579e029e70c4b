// Recusal in the mails that go out by themselves: no notice of a case is written for, and no digest mail tells of it to,
// anybody whom it accuses; those above them are told in their place.
import { fireAllDueRungs } from '@jieban/application/escalation/fire-due-rungs';
import { sendDigests } from '@jieban/application/escalation/send-digests';
import type { ComposedMail } from '@jieban/application/correspondence/outgoing-mail-store';
import { PUBLISHED_CALENDAR } from '@jieban/domain/deadline/published-calendar';
import { DEFAULT_LADDER } from '@jieban/domain/escalation/default-ladder';
import { createDigestComposer } from '@jieban/mail/letter-composers';
import { fixedClock } from '@jieban/runtime/clock';
import { newId } from '@jieban/runtime/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Officer } from './access/officers-of-roles';
import { plantCases, tracesIn, type PlantedCase } from './access/planted-cases';
import { buildRecusalBureau, plantAccusingCases, type RecusalBureau } from './access/recusal-bureau';
import { NOW, startApi, type ApiUnderTest } from './api-harness';

let api: ApiUnderTest;
let bureau: RecusalBureau;
let hidden: readonly PlantedCase[];
let sent: ComposedMail[];
const escalation = () => ({
  unitOfWork: api.unitOfWork,
  ladder: DEFAULT_LADDER,
  calendar: PUBLISHED_CALENDAR,
  newId,
});
const compose = createDigestComposer({ name: '某某市民政局', phone: '', boardUrl: 'https://jieban.example/board' });
const digests = () => ({
  ...escalation(),
  composeDigest: (...args: Parameters<typeof compose>) => {
    const mail = compose(...args);
    sent.push(mail);
    return mail;
  },
});
const emailsOf = (officers: readonly Officer[]) => new Set(officers.map(({ email }) => email));
/** Every mark from two days before the week is over to the report to the leader, in working hours. */
const MARKS = ['2024-05-20', '2024-05-22', '2024-05-23', '2024-05-29'];

beforeAll(async () => {
  api = await startApi();
  bureau = await buildRecusalBureau(api);
  hidden = await plantAccusingCases(api, bureau);
  sent = [];
  for (const day of MARKS) {
    const clock = fixedClock(new Date(`${day}T10:00:00+08:00`));
    await fireAllDueRungs(escalation(), clock);
    await sendDigests(digests(), clock.now());
  }
});

afterAll(() => api.close());

test('digest mails say nothing of the cases to whoever is accused', () => {
  const theirs = emailsOf(bureau.everybodyShutOut);
  const told = sent.filter(({ to, text, html = '', subject }) => {
    return theirs.has(to) && tracesIn(`${subject}\n${text}\n${html}`, hidden).length > 0;
  });

  expect(told.map(({ to }) => to)).toEqual([]);
});

test('no notice of the cases is even written for them', async () => {
  const rows = await api.connection.sql<{ recipient_id: string }[]>`
    select distinct recipient_id from notice where complaint_id in ${api.connection.sql(hidden.map(({ id }) => id))}`;
  const recipients = rows.map(({ recipient_id: id }) => id);

  expect(recipients.length).toBeGreaterThan(0);
  expect(bureau.everybodyShutOut.filter(({ id }) => recipients.includes(id)).map(({ login }) => login)).toEqual([]);
});

test('digest mails name each of the cases to the supervisor above, and the other cases to the accused', () => {
  const supervisors = emailsOf(bureau.above.filter(({ role }) => role === 'supervisor'));
  const toThem = sent
    .filter(({ to }) => supervisors.has(to))
    .map(({ text }) => text)
    .join('\n');
  const accused = emailsOf(bureau.everybodyShutOut);
  const toAccused = sent
    .filter(({ to }) => accused.has(to))
    .map(({ text }) => text)
    .join('\n');

  expect(hidden.filter(({ number }) => !toThem.includes(number))).toEqual([]);
  expect(bureau.open.filter(({ number }) => !toAccused.includes(number))).toEqual([]);
});

test('digest mails leave out a case that accuses its reader only since the notice was written', async () => {
  const [late] = await plantCases(api, [
    { handlingUnitId: api.units.eastElderly, accused: [], receivedAt: NOW, withMail: false },
  ]);
  if (late === undefined) throw new Error('no case was planted');
  const clock = fixedClock(new Date('2024-05-29T11:00:00+08:00'));
  await fireAllDueRungs(escalation(), clock);
  await api.connection.sql`
    insert into complaint_accused (complaint_id, position, text, unit_id)
    values (${late.id}, 0, '东城区民政局', ${api.units.east})`;
  sent = [];
  await sendDigests(digests(), clock.now());

  const readers = sent.filter(({ text }) => text.includes(late.number)).map(({ to }) => to);
  expect(readers.length).toBeGreaterThan(0);
  const accused = emailsOf([...bureau.shutOut.inAccusedUnit, ...bureau.shutOut.belowAccusedUnit]);
  expect(readers.filter((to) => accused.has(to))).toEqual([]);
});
