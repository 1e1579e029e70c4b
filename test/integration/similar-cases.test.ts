// Cases to look at beside one: the same person or the same matter, across channels, among few candidates, and never
// one that the reader may not see.
import { registerComplaints } from '@jieban/application/register/register-complaints';
import type { ComplaintDraft } from '@jieban/application/register/registration-store';
import type { SimilarCases, SimilarLookupResponse } from '@jieban/contracts/api/classification';
import { API, pathTo } from '@jieban/contracts/api/routes';
import { readRegistrationSettings } from '@jieban/db/registration-settings';
import { MOST_MATTER_CANDIDATES } from '@jieban/domain/classification/same-matter';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draft } from '../support/drafts';
import { NOW, startApi, type ApiUnderTest, type Client } from './api-harness';

const PHONE = '13612348765';
const DEPOSIT = '柳园敬老院收了三千元押金,退住以后拖了两个月不退,院长说账上没有钱。';
const DEPOSIT_RETOLD = '来电人反映:柳园敬老院押金三千元,退住两个月了不退还,院长答复账上没有钱。';
const GRAVES = '龙山公墓强制购买墓碑,墓位价格比去年翻了一倍,也不公示收费标准。';
const DAY_MS = 86_400_000;

let api: ApiUnderTest;
let intake: Client;
beforeAll(async () => {
  api = await startApi();
  intake = await api.signIn('intake');
});
afterAll(() => api.close());

const caller = (phone: string, email = '') => ({ name: '欧阳秋菊', phone, email, address: '' });
const similarTo = async (client: Client, id: string) =>
  (await client.get(pathTo(API.complaintSimilar, { id }))).json<SimilarCases>();
const lookUp = async (client: Client, body: object) =>
  (await client.send('POST', API.similarLookups, body)).json<SimilarLookupResponse>();

describe('beside a case', () => {
  test('the same matter told on another channel is found with the words that both have', async () => {
    const first = await api.register({ channel: 'mailbox', subject: '敬老院不退押金', content: DEPOSIT });
    const again = await api.register({ channel: 'hotline', subject: '反映押金问题', content: DEPOSIT_RETOLD });
    await api.register({ subject: '墓位价格', content: GRAVES });
    const { items, complaintId } = await similarTo(intake, again.id);

    expect(complaintId).toBe(again.id);
    expect(items.map(({ number }) => number)).toEqual([first.number]);
    expect(items[0]).toMatchObject({ person: null, matter: { daysApart: 0 } });
    expect(items[0]?.matter?.sharedKeywords).toContain('押金');
  });

  test('the same person is found by an equal number or mailbox, which the answer does not repeat', async () => {
    const identity = caller(PHONE, 'qiuju@example.com');
    const long = new Date(NOW.getTime() - 400 * DAY_MS);
    const byPhone = await api.register({
      subject: '墓位价格',
      content: GRAVES,
      identity: caller(PHONE),
      receivedAt: long,
    });
    const { id } = await api.register({ subject: '低保', content: '低保停发三个月,没有说明。', identity });
    const answer = await intake.get(pathTo(API.complaintSimilar, { id }));
    const found = answer.json<SimilarCases>().items.find(({ number }) => number === byPhone.number);

    expect(found).toMatchObject({ person: { because: ['phone'] }, matter: null });
    for (const secret of [PHONE, 'qiuju', '欧阳']) expect(answer.body).not.toContain(secret);
  });

  test('a confirmed district brings cases beside it that are older than two months', async () => {
    const long = new Date(NOW.getTime() - 80 * DAY_MS);
    const words = '台东街道老旧小区门牌号重复,快递经常送错,多次反映没有更换。';
    const older = await api.register({ subject: '门牌', content: words, receivedAt: long });
    const { id } = await api.register({ subject: '门牌号', content: words });
    const before = (await similarTo(intake, id)).items;
    for (const each of [older.id, id]) {
      const body = {
        kind: 'regulated-body',
        problem: null,
        section: 'place-names',
        district: '210321',
        replaces: null,
      };
      const answer = await intake.send('PUT', pathTo(API.complaintClassification, { id: each }), body);
      expect(answer.statusCode).toBe(204);
    }

    expect(before).toEqual([]);
    expect((await similarTo(intake, id)).items.map(({ number }) => number)).toEqual([older.number]);
  });

  test('a similar case that accuses the reader is neither shown nor counted', async () => {
    const words = '养老服务科对补贴申请一拖再拖,材料交了四次,窗口互相推脱。';
    const shared = { subject: '补贴申请', content: words, identity: caller('13699998888') };
    const seen = await api.register({ ...shared, handlingUnitId: api.units.elderly });
    const { id } = await api.register({ ...shared, handlingUnitId: api.units.elderly });
    const head = await api.signIn('head');
    const before = await similarTo(head, id);
    const hidden = await api.register({
      ...shared,
      handlingUnitId: api.units.elderly,
      accused: [{ text: '养老服务科', unitId: api.units.elderly, userId: null }],
    });
    await api.connection.sql`update complaint set handling_unit_id = ${api.units.elderly} where id = ${hidden.id}`;
    const ofOffice = await similarTo(intake, id);

    expect(before.items.map(({ number }) => number)).toEqual([seen.number]);
    expect(await similarTo(head, id)).toEqual(before);
    expect(ofOffice.items.map(({ number }) => number).sort()).toEqual([seen.number, hidden.number].sort());
  });

  test('a case of another unit does not show for a handler who reaches their own only', async () => {
    const shared = { subject: '骨灰存放', content: '骨灰堂漏水,寄存的骨灰盒被泡,管理处不肯赔偿。' };
    await api.register({ ...shared, handlingUnitId: api.units.east });
    const { id } = await api.register({ ...shared, handlingUnitId: api.units.elderly });

    expect((await similarTo(await api.signIn('handler'), id)).items).toEqual([]);
  });
});

describe('while a call is typed', () => {
  test('an open case of the same matter shows, a closed one does not, and no word gets into the log', async () => {
    const content = '铁东区婚姻登记处周一停电,群众排队三个小时没有人解释。';
    const open = await api.register({ subject: '登记处停电', content });
    const closed = await api.register({ subject: '登记处停电', content });
    await api.connection.sql`update complaint set state = 'closed' where id = ${closed.id}`;
    const { items } = await lookUp(intake, { content });

    expect(items.map(({ number }) => number)).toEqual([open.number]);
    expect(api.log()).not.toContain('排队三个小时');
  });

  test('an empty form finds nothing', async () => {
    expect((await lookUp(intake, {})).items).toEqual([]);
  });
});

describe('in a register of thousands', () => {
  test('no more than the bound is compared, and the same person is among them however old', async () => {
    const house = await startApi();
    const officer = await house.signIn('intake');
    const east = [{ text: '东城区民政局', unitId: house.units.east, userId: null }];
    const long = new Date(NOW.getTime() - 900 * DAY_MS);
    const old = await house.register({ content: GRAVES, identity: caller(PHONE), receivedAt: long });
    await registerMany(house, 3_000, east);
    const { id } = await house.register({ content: DEPOSIT, identity: caller(PHONE), accused: east });
    const { compared, isCut, items } = await similarTo(officer, id);

    expect({ compared, isCut }).toEqual({ compared: MOST_MATTER_CANDIDATES, isCut: true });
    expect(items.some(({ number }) => number === old.number)).toBe(true);
    expect((await lookUp(officer, { content: DEPOSIT })).compared).toBe(MOST_MATTER_CANDIDATES);
    await house.close();
  });
});

/** Every third accuses the unit, all were received within two months. */
async function registerMany(house: ApiUnderTest, count: number, accused: ComplaintDraft['accused']): Promise<void> {
  const settings = await readRegistrationSettings(house.connection, {
    deadlinePolicy: 'calendar-roll',
    numberPrefix: 'MZ',
  });
  const drafts = Array.from({ length: count }, (_, at) =>
    draft({
      subject: `来电反映第${at}件事`,
      content: `居民反映第${at}号楼下的路灯损坏,夜间出行不便。`,
      receivedAt: new Date(NOW.getTime() - (at % 50) * DAY_MS),
      accused: at % 3 === 0 ? accused : [],
    }),
  );
  for (let from = 0; from < count; from += 500)
    await house.unitOfWork.transaction((stores) =>
      registerComplaints(stores, settings, NOW, drafts.slice(from, from + 500)),
    );
}
