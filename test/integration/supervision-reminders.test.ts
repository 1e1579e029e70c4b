// Who is told of urgings and supervision orders (催办, 督办), by the digest of every notice: once, in office hours, and
// never whoever the case accuses.
import { answerOrder } from '@jieban/application/supervision/answer-order';
import { issueOrder } from '@jieban/application/supervision/issue-order';
import { remindAllOverdueOrders } from '@jieban/application/supervision/remind-overdue-orders';
import { reviewOrder } from '@jieban/application/supervision/review-order';
import type { ComposedMail } from '@jieban/application/correspondence/outgoing-mail-store';
import { sendDigests } from '@jieban/application/escalation/send-digests';
import { registerComplaints } from '@jieban/application/register/register-complaints';
import type { AccusedParty } from '@jieban/domain/access/match-accused';
import type { Actor } from '@jieban/domain/access/permissions';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { PUBLISHED_CALENDAR } from '@jieban/domain/deadline/published-calendar';
import { DEFAULT_LADDER } from '@jieban/domain/escalation/default-ladder';
import type { OrderKind } from '@jieban/domain/supervision/order-kinds';
import { createDigestComposer } from '@jieban/mail/letter-composers';
import { newId } from '@jieban/runtime/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { draft } from '../support/drafts';
import { enterHouse, type House } from '../support/house';

/** A Tuesday: two working days later is Thursday 05-16. */
const ISSUED = new Date('2024-05-14T10:00:00+08:00');
const OVERDUE = new Date('2024-05-17T09:00:00+08:00');

let house: House;
let supervisor: Actor;
let head: Actor;
let handler: Actor;
let sent: ComposedMail[];

beforeAll(async () => {
  house = await enterHouse(ISSUED);
  supervisor = await house.addOfficer('supervisor', 'bureau', { login: 'supervisor' });
  head = await house.addOfficer('unit_head', 'care', { login: 'head' });
  handler = await house.addOfficer('handler', 'care', { login: 'handler' });
});
beforeEach(async () => {
  sent = [];
  // What the test before this one left over is nobody's business here.
  await remind(new Date('2030-01-01T10:00:00+08:00'));
});
afterAll(() => house.leave());

const compose = createDigestComposer({ name: '某某市民政局', phone: '', boardUrl: 'https://jieban.example/board' });
const deps = () => ({
  unitOfWork: house.unitOfWork,
  calendar: PUBLISHED_CALENDAR,
  ladder: DEFAULT_LADDER,
  letterhead: { organ: '某某市民政局', phone: '' },
  newId,
  composeDigest: (...args: Parameters<typeof compose>) => {
    const mail = compose(...args);
    sent.push(mail);
    return mail;
  },
});

async function register(accused: readonly AccusedParty[] = []): Promise<{ id: ComplaintId; number: string }> {
  const [registered] = await house.unitOfWork.transaction((stores) =>
    registerComplaints(stores, house.registration, ISSUED, [draft({ accused, receivedAt: ISSUED })]),
  );
  if (registered === undefined) throw new Error('nothing was registered');
  await house.connection.sql`
    update complaint set handling_unit_id = ${house.units.care}, handler_id = ${handler.userId}
    where id = ${registered.id}`;
  return registered;
}
const order = (id: ComplaintId, kind: OrderKind = 'supervision') =>
  issueOrder(
    deps(),
    supervisor,
    { kind, complaintIds: [id], reason: '多次反映', instruction: '请报告办理情况', workingDays: 2 },
    ISSUED,
  );
const at = (now: Date) => ({ now: () => now });
const remind = (now: Date) => remindAllOverdueOrders(deps(), at(now));
const readersOf = (number: string, words: string) =>
  sent
    .filter(({ text }) => text.split('\n').some((line) => line.includes(number) && line.includes(words)))
    .map(({ to }) => to);
const eventsOf = (id: ComplaintId) => house.connection.sql<{ type: string; at: string }[]>`
  select type, at from history_event where complaint_id = ${id} and type = 'supervision.overdue'`;

describe('an order', () => {
  test('is told to the handler and the head of the unit in the next digest', async () => {
    const { id, number } = await register();
    await order(id);
    await sendDigests(deps(), ISSUED);

    expect(readersOf(number, '督办通知书').sort()).toEqual(['handler@example.com', 'head@example.com']);
  });

  test('that is answered before the digest leaves is told to nobody', async () => {
    const { id, number } = await register();
    const orderId = await order(id);
    await answerOrder(deps(), handler, { orderId, complaintId: id, answer: '已经办理,详见答复。' }, ISSUED);
    await sendDigests(deps(), ISSUED);

    expect(readersOf(number, '')).toEqual([]);
  });
});

describe('an inner due day that passes without an answer', () => {
  test('is told once to handler, head and supervisor, however often the sweep runs', async () => {
    const { id, number } = await register();
    await order(id);
    await sendDigests(deps(), ISSUED);
    expect(await remind(new Date('2024-05-16T23:59:59+08:00'))).toBe(0);

    expect(await remind(OVERDUE)).toBe(1);
    expect(await remind(OVERDUE)).toBe(0);
    sent = [];
    await sendDigests(deps(), OVERDUE);
    await sendDigests(deps(), OVERDUE);

    expect(readersOf(number, '督办逾期未反馈').sort()).toEqual([
      'handler@example.com',
      'head@example.com',
      'supervisor@example.com',
    ]);
    // The event bears the end of the day, however late the sweep came.
    expect((await eventsOf(id)).map((event) => new Date(event.at))).toEqual([new Date('2024-05-17T00:00:00+08:00')]);
  });

  test('waits for office hours to be told', async () => {
    const { id, number } = await register();
    await order(id);
    await remind(new Date('2024-05-17T00:00:01+08:00'));
    await sendDigests(deps(), new Date('2024-05-17T00:00:01+08:00'));

    expect(readersOf(number, '督办逾期未反馈')).toEqual([]);
  });

  test('by two workers at once is still told once', async () => {
    const { id } = await register();
    await order(id);
    const told = await Promise.all([remind(OVERDUE), remind(OVERDUE)]);

    expect(told[0] + told[1]).toBe(1);
    expect(await eventsOf(id)).toHaveLength(1);
  });

  test('is told again after a new day was set and passed too', async () => {
    const { id } = await register();
    const orderId = await order(id);
    await remind(OVERDUE);
    await answerOrder(deps(), head, { orderId, complaintId: id, answer: '仍在办理,请再等等。' }, OVERDUE);
    const verdict = { move: 'send_back', comment: '请写明办理经过', workingDays: 1 } as const;
    await reviewOrder(deps(), supervisor, { orderId, complaintId: id, verdict }, OVERDUE);

    expect(await remind(OVERDUE)).toBe(0);
    expect(await remind(new Date('2024-05-21T09:00:00+08:00'))).toBe(1);
    expect(await eventsOf(id)).toHaveLength(2);
  });

  test('is told to nobody whom the case accuses, but to those above them', async () => {
    const { id, number } = await register([{ text: '经办人', unitId: null, userId: handler.userId }]);
    await order(id);
    await remind(OVERDUE);
    await sendDigests(deps(), OVERDUE);

    expect(new Set(readersOf(number, ''))).toEqual(new Set(['head@example.com', 'supervisor@example.com']));
  });
});
