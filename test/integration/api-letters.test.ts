// Letters over the API: from the draft of an officer to the paper that left, each by their own sign-in.
import { API, pathTo } from '@jieban/contracts/api/routes';
import { newId } from '@jieban/runtime/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addOfficer } from './access/officers-of-roles';
import { key, startApi, type ApiUnderTest, type Client, type Json } from './api-harness';

let api: ApiUnderTest;
let intake: Client;
let head: Client;
let leader: Client;
beforeAll(async () => {
  api = await startApi();
  intake = await api.signIn('intake');
  head = (await addOfficer(api, 'unit_head', 'office', 'office-head')).client;
  leader = (await addOfficer(api, 'bureau_leader', 'bureau', 'leader')).client;
});
afterAll(() => api.close());

const entries = () => ({
  kind: 'acceptance',
  subject: '伙食',
  salutation: '张女士',
  acceptedOn: '2024-05-15',
  handlingUnit: { name: '办公室', unitId: api.units.office },
  enquiry: '可拨打0412-1234567',
  howToSupplement: '请直接回复本邮件',
});
const post = (client: Client, url: string, body: object) => client.send('POST', url, body, key(newId()));

async function draft(id: string, body: object = { entries: entries() }): Promise<{ id: string; letterId: string }> {
  const answer = await post(intake, pathTo(API.complaintLetters, { id }), body);
  expect(answer.statusCode, answer.body).toBe(201);
  return { id, letterId: answer.json<{ id: string }>().id };
}
async function sign(client: Client, at: { id: string; letterId: string }): Promise<number> {
  const { textSha256 } = (await client.get(pathTo(API.complaintLetter, at))).json<{ textSha256: string }>();
  return (await post(client, pathTo(API.complaintLetterSignatures, at), { textSha256 })).statusCode;
}

test('a letter is drafted, signed by three, issued, read out on the telephone and proven', async () => {
  const { id } = await api.register({ identity: { name: '张三', phone: '13812345678', email: '', address: '' } });
  const at = await draft(id);
  const preview = (await intake.get(pathTo(API.complaintLetter, at))).json<Json>();
  expect(preview).toMatchObject({ state: 'draft', channel: 'phone', nextStep: 'handler', unprintable: [] });
  expect(preview['problems']).toEqual([
    expect.objectContaining({ field: 'issuedOn', blocks: 'issue' }),
    expect.objectContaining({ field: 'documentNumber', blocks: 'issue' }),
  ]);

  expect([await sign(intake, at), await sign(head, at), await sign(leader, at)]).toEqual([204, 204, 204]);
  expect((await post(intake, pathTo(API.complaintLetterIssue, at), {})).statusCode).toBe(204);
  const proof = { kind: 'phone-reply', at: api.clock.now().toISOString(), statement: '电话告知受理及办理期限' };
  expect((await post(intake, pathTo(API.complaintLetterProofs, at), proof)).statusCode).toBe(204);

  const { items } = (await intake.get(pathTo(API.complaintLetters, { id }))).json<{ items: Json[] }>();
  expect(items).toMatchObject([{ state: 'delivered', documentNumber: '民诉〔2024〕1号', nextStep: null }]);
  const detail = (await intake.get(pathTo(API.complaint, { id }))).json<{ state: string; clocks: Json[] }>();
  expect(detail.state).toBe('accepted');
  expect(detail.clocks.find(({ kind }) => kind === 'procedural')?.['metAt']).not.toBeNull();
});

test('the paper is shown in the page and kept by no cache', async () => {
  const { id } = await api.register();
  const at = await draft(id);
  const answer = await intake.get(pathTo(API.complaintLetterPdf, at));

  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
  expect(String(answer.headers['content-disposition'])).toMatch(/^inline; filename="MZ-2024-\d{6}\.pdf"$/);
  expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
});

test('the same draft sent twice over a flaky line is one letter', async () => {
  const { id } = await api.register();
  const once = key(newId());
  const url = pathTo(API.complaintLetters, { id });
  const answers = [
    await intake.send('POST', url, { entries: entries() }, once),
    await intake.send('POST', url, { entries: entries() }, once),
  ];

  expect(answers[0]?.json<Json>()).toEqual(answers[1]?.json<Json>());
  expect((await intake.get(url)).json<{ items: Json[] }>().items).toHaveLength(1);
});

test('what is missing is named field by field when somebody would sign', async () => {
  const { id } = await api.register();
  const at = await draft(id, { entries: { ...entries(), enquiry: '' } });
  const { textSha256 } = (await intake.get(pathTo(API.complaintLetter, at))).json<{ textSha256: string }>();
  const answer = await post(intake, pathTo(API.complaintLetterSignatures, at), { textSha256 });

  expect(answer.statusCode).toBe(409);
  expect(answer.json<Json>()).toMatchObject({
    code: 'letter_has_problems',
    errors: [{ field: 'enquiry', message: '未填写查询方式。' }],
  });
});

test('a reply is not the office’s to write, and nobody signs twice', async () => {
  const { id } = await api.register();
  const refused = await post(intake, pathTo(API.complaintLetters, { id }), { entries: { kind: 'reply' } });
  expect(refused.statusCode).toBe(409);
  expect(refused.json<Json>()['detail']).toContain('承办人、单位负责人');

  const at = await draft(id);
  expect([await sign(intake, at), await sign(intake, at)]).toEqual([204, 409]);
});

test('a letter of another case is not there', async () => {
  const [one, other] = [await api.register(), await api.register()];
  const { letterId } = await draft(one.id);

  expect((await intake.get(pathTo(API.complaintLetter, { id: other.id, letterId }))).statusCode).toBe(404);
});

test('a mail cannot be chosen where no address is known', async () => {
  const { id } = await api.register();
  const answer = await post(intake, pathTo(API.complaintLetters, { id }), { entries: entries(), channel: 'mail' });

  expect([answer.statusCode, answer.json<Json>()['code']]).toEqual([409, 'letter_no_address']);
});
