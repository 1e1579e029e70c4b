// Help with classifying: suggestions that quote the case, what a person confirms, and who may.
import type { ClassificationView, ConfirmClassificationRequest } from '@jieban/contracts/api/classification';
import type { ComplaintDetail } from '@jieban/contracts/api/complaint';
import { API, pathTo } from '@jieban/contracts/api/routes';
import { newId } from '@jieban/runtime/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type ApiUnderTest, type Client, type Json } from './api-harness';

const WORDS = '我去铁西区办事,几个科室互相踢皮球,跑了好几趟没人管。';

let api: ApiUnderTest;
let intake: Client;
let handler: Client;
beforeAll(async () => {
  api = await startApi();
  intake = await api.signIn('intake');
  handler = await api.signIn('handler');
});
afterAll(() => api.close());

const register = (differing: Parameters<ApiUnderTest['register']>[0] = {}) =>
  api.register({ handlingUnitId: api.units.elderly, subject: '反映推诿', content: WORDS, ...differing });
const urlOf = (id: string) => pathTo(API.complaintClassification, { id });
const read = async (client: Client, id: string) => (await client.get(urlOf(id))).json<ClassificationView>();
const choice = (differing: Partial<ConfirmClassificationRequest> = {}): ConfirmClassificationRequest => ({
  kind: 'enforcement-conduct',
  problem: 'inaction',
  otherProblems: [],
  section: 'approval-and-conduct',
  district: '210303',
  replaces: null,
  ...differing,
});
const confirm = (client: Client, id: string, body: object = choice()) => client.send('PUT', urlOf(id), body);
const versionsOf = (id: string) => api.connection.sql`
  select version, problem, suggested from complaint_classification where complaint_id = ${id} order by version`;

describe('suggestions', () => {
  test('name a category and a district, each with the words of the case that caused it', async () => {
    const { id } = await register();
    const { suggestions, confirmed } = await read(handler, id);
    const [first] = suggestions?.problem ?? [];

    expect(confirmed).toBeNull();
    expect(first?.code).toBe('inaction');
    expect(first?.because.map(({ words }) => words)).toContain('踢皮球');
    for (const { part, start, end, words } of first?.because ?? [])
      expect((part === 'content' ? WORDS : '反映推诿').slice(start, end)).toBe(words);
    expect(suggestions?.district[0]).toMatchObject({ code: '210303', because: [{ part: 'content' }] });
  });

  test('leave the words of the case out of the log', async () => {
    const { id } = await register();
    await read(handler, id);
    await confirm(handler, id);

    expect(api.log()).not.toContain('踢皮球');
  });

  test('are none where the platform has no segmenter, and a person confirms all the same', async () => {
    const plain = await startApi({ classifier: { classify: () => null, print: () => Promise.resolve(null) } });
    const { id } = await plain.register({ content: WORDS });
    const officer = await plain.signIn('intake');

    expect((await read(officer, id)).suggestions).toBeNull();
    expect((await confirm(officer, id)).statusCode).toBe(204);
    expect((await officer.get(pathTo(API.complaintSimilar, { id }))).statusCode).toBe(200);
    expect((await read(officer, id)).confirmed).toMatchObject({ problem: 'inaction' });
    await plain.close();
  });
});

describe('confirming', () => {
  test('keeps who said what, and in the history the codes and no word of the case', async () => {
    const { id } = await register();
    const answer = await confirm(handler, id, choice({ otherProblems: ['irregular', 'arbitrary'] }));
    const detail = (await handler.get(pathTo(API.complaint, { id }))).json<ComplaintDetail>();

    expect(answer.statusCode).toBe(204);
    expect((await read(handler, id)).confirmed).toMatchObject({
      version: 1,
      problem: 'inaction',
      otherProblems: ['arbitrary', 'irregular'],
      district: '210303',
      confirmedBy: { displayName: '官员handler' },
    });
    expect(detail.history.at(-1)).toMatchObject({
      type: 'classification.confirmed',
      data: { version: 1, complaintKind: 'enforcement-conduct', problem: 'inaction', district: '210303' },
    });
  });

  test('keeps what had been suggested as codes and scores, so that it can be counted how often it was right', async () => {
    const { id } = await register();
    await confirm(handler, id, choice({ problem: 'arbitrary' }));
    const [row] = await versionsOf(id);
    const suggested = (row?.['suggested'] ?? {}) as Record<string, { code: string }[]>;

    expect(suggested['problem']?.[0]).toMatchObject({ code: 'inaction' });
    expect(JSON.stringify(suggested)).not.toMatch(/\p{Script=Han}/u);
  });

  test('twice with the same choice is once; with another choice the first stays on record', async () => {
    const { id } = await register();
    const answers = [
      await confirm(handler, id),
      await confirm(intake, id),
      await confirm(intake, id, choice({ problem: 'arbitrary', replaces: 1 })),
    ];
    const detail = (await handler.get(pathTo(API.complaint, { id }))).json<ComplaintDetail>();

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([204, 204, 204]);
    expect((await versionsOf(id)).map(({ problem }): unknown => problem)).toEqual(['inaction', 'arbitrary']);
    expect(detail.history.filter(({ type }) => type === 'classification.confirmed').length).toBe(2);
  });

  test('does not overwrite what somebody else confirmed meanwhile', async () => {
    const { id } = await register();
    await confirm(handler, id);
    const late = await confirm(intake, id, choice({ problem: 'arbitrary' }));

    expect(late.statusCode).toBe(409);
    expect(late.json<Json>()['detail']).toContain('请刷新');
  });

  test('of two at the same moment one wins and the other is told', async () => {
    const { id } = await register();
    const answers = await Promise.all([confirm(handler, id), confirm(intake, id, choice({ problem: 'arbitrary' }))]);

    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409]);
    expect((await versionsOf(id)).length).toBe(1);
  });

  test.each([
    ['no main category for a complaint about our enforcers', choice({ problem: null }), 409],
    ['the main category among the others', choice({ otherProblems: ['inaction'] }), 409],
    ['a category that the plan does not know', { ...choice(), problem: 'laziness' }, 400],
    ['two main categories', { ...choice(), problem: ['inaction', 'arbitrary'] }, 400],
  ])('refuses %s', async (_case, body, status) => {
    const { id } = await register();
    const answer = await confirm(handler, id, body);

    expect(answer.statusCode).toBe(status);
    expect(await versionsOf(id)).toEqual([]);
  });

  test('lets a report on a regulated body have none of the nine categories', async () => {
    const { id } = await register();
    const body = choice({ kind: 'regulated-body', problem: null, section: 'elderly-care' });

    expect((await confirm(handler, id, body)).statusCode).toBe(204);
  });

  test('is not for another unit, for the accused or for somebody who only watches', async () => {
    const { id } = await register();
    const accused = [{ text: '养老服务科', unitId: api.units.elderly, userId: null }];
    const { id: accusing } = await register({ accused });
    const statuses = [
      await confirm(await api.signIn('eastHandler'), id),
      await confirm(handler, accusing),
      await confirm(handler, newId()),
      await confirm(await api.signIn('supervisor'), id),
    ].map(({ statusCode }) => statusCode);

    expect(statuses).toEqual([404, 404, 404, 403]);
    expect((await read(await api.signIn('supervisor'), id)).confirm).toMatchObject({ allowed: false });
  });

  test('is never edited afterwards, not even by SQL', async () => {
    const { id } = await register();
    await confirm(handler, id);
    const edited = api.connection.sql`
      update complaint_classification set problem = 'campaign' where complaint_id = ${id}`;

    await expect(edited).rejects.toThrow('append-only');
  });
});
