// A digest waits in the queue, and a case in it becomes one that accuses its reader: that mail is never sent. What it
// told of other cases is told by the next one.
import { sendOutgoingMail, sweepOutgoingMail } from '@jieban/application/correspondence/send-outgoing-mail';
import type { MailToSend } from '@jieban/application/correspondence/outgoing-mail-store';
import { fireAllDueRungs } from '@jieban/application/escalation/fire-due-rungs';
import { sendDigests } from '@jieban/application/escalation/send-digests';
import { nameAccused } from '@jieban/application/recusal/name-accused';
import { registerComplaints } from '@jieban/application/register/register-complaints';
import type { Actor } from '@jieban/domain/access/permissions';
import { PUBLISHED_CALENDAR } from '@jieban/domain/deadline/published-calendar';
import { DEFAULT_LADDER } from '@jieban/domain/escalation/default-ladder';
import { createDigestComposer } from '@jieban/mail/letter-composers';
import { newId } from '@jieban/runtime/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draft } from '../support/drafts';
import { enterHouse, type House } from '../support/house';

let house: House;
let head: Actor;
let supervisor: Actor;
const sent: MailToSend[] = [];

beforeAll(async () => {
  house = await enterHouse(new Date('2026-05-08T10:00:00+08:00'));
  head = await house.addOfficer('unit_head', 'tiexi', { email: 'head@tiexi.test' });
  supervisor = await house.addOfficer('supervisor', 'bureau', { email: null });
});
afterAll(() => house.leave());

const escalation = () => ({
  unitOfWork: house.unitOfWork,
  ladder: DEFAULT_LADDER,
  calendar: PUBLISHED_CALENDAR,
  newId,
  composeDigest: createDigestComposer({ name: '市民政局', phone: '', boardUrl: 'https://jieban.example/board' }),
});
const sending = () => ({
  unitOfWork: house.unitOfWork,
  clockRules: house.clockRules,
  newId,
  messageIdDomain: 'bureau.test',
  composeReceipt: () => {
    throw new Error('there is no receipt here');
  },
  sender: {
    send: (mail: MailToSend) => {
      sent.push(mail);
      return Promise.resolve({ accepted: true as const, response: '250 ok' });
    },
  },
});
const waiting = async () =>
  (await house.connection.sql<{ id: string }[]>`select id from outgoing_mail where state = 'queued'`).map(
    ({ id }) => id,
  );

test('the mail composed before is recalled, and the next one tells of the other case only', async () => {
  const [accusing, other] = await house.unitOfWork.transaction((stores) =>
    registerComplaints(stores, house.registration, house.clock.now(), [
      draft({ handlingUnitId: house.units.tiexi }),
      draft({ handlingUnitId: house.units.tiexi }),
    ]),
  );
  if (accusing === undefined || other === undefined) throw new Error('nothing was registered');
  // The morning after both procedural due days have passed.
  house.clock.set(new Date('2026-05-18T10:00:00+08:00'));
  await fireAllDueRungs(escalation(), house.clock);
  await sendDigests(escalation(), house.clock.now());
  const [mailId, ...more] = await waiting();
  expect([mailId === undefined, more]).toEqual([false, []]);

  const named = { party: { userId: head.userId }, reason: '来信人电话说明' };
  await nameAccused(house, supervisor, accusing.id, named, house.clock.now());

  expect(await sendOutgoingMail(sending(), mailId ?? '', house.clock.now())).toBe('recalled');
  expect(sent).toEqual([]);

  await sendDigests(escalation(), house.clock.now());
  await sweepOutgoingMail(sending(), 10, house.clock);
  expect(sent.map(({ to }) => to)).toEqual(['head@tiexi.test']);
  expect(sent[0]?.text).toContain(other.number);
  expect(sent[0]?.text).not.toContain(accusing.number);
  const withheld = await house.connection.sql<{ complaint_id: string }[]>`
    select complaint_id from notice where withheld_reason = 'recusal' and recipient_id = ${head.userId}`;
  expect(withheld.map((row) => row.complaint_id)).toEqual([accusing.id]);
});
