// What holds for the api as a whole: its description, its errors, its headers, its pages and its state.
import { API } from '@jieban/contracts/api/routes';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { key, PASSWORD, startApi, type ApiUnderTest, type Json } from './api-harness';

let api: ApiUnderTest;
let webRoot: string;
beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'jieban-web-'));
  await mkdir(join(webRoot, 'assets'));
  await writeFile(join(webRoot, 'index.html'), '<title>接办</title>');
  await writeFile(join(webRoot, 'assets', 'app-1a2b.js'), 'export {};');
  api = await startApi({ webRoot });
});
afterAll(async () => {
  await api.close();
  await rm(webRoot, { recursive: true, force: true });
});

interface OpenApi {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: object }>>>>;
}
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

describe('the description of the API', () => {
  test('names exactly the routes of the contracts that the server answers', async () => {
    const document = (await api.app.inject({ url: '/api/openapi.json' })).json<OpenApi>();
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
    const served = Object.values(API).flatMap((url) =>
      METHODS.filter((method) => api.app.hasRoute({ url, method: method.toUpperCase() })).map(
        (method) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`,
      ),
    );

    expect(document.openapi).toMatch(/^3\.1\./);
    expect(described.sort()).toEqual(served.sort());
    expect(new Set(Object.keys(document.paths)).size).toBe(Object.keys(API).length);
  });

  test('says for every operation how an error looks', async () => {
    const document = (await api.app.inject({ url: '/api/openapi.json' })).json<OpenApi>();
    for (const operations of Object.values(document.paths))
      for (const { responses } of Object.values(operations))
        expect(JSON.stringify(responses)).toContain('application/problem+json');
  });
});

describe('errors', () => {
  const NAME = '司马青云';
  const PHONE = '13500009999';
  const person = { callerName: NAME, callerPhone: PHONE, content: `${NAME}的电话是${PHONE}` };

  test('neither their bodies nor the log repeat a name or a number that was sent', async () => {
    const intake = await api.signIn('intake');
    const json = { 'content-type': 'application/json' };
    const answers = await Promise.all([
      intake.send('POST', API.phoneRecords, { ...person, clientId: NAME }, key('e1')),
      intake.send('POST', API.phoneRecords, `{"callerName": "${NAME}", broken`, { ...json, ...key('e2') }),
      intake.send('POST', API.phoneRecords, `${NAME} ${PHONE}`, { 'content-type': 'text/x-odd', ...key('e3') }),
      intake.send('POST', API.callerLookups, { phone: `${NAME}${PHONE}`.repeat(20) }),
      intake.get(`${API.complaints}?number=${encodeURIComponent(NAME.repeat(30))}`),
      intake.get(`${API.complaints}/${encodeURIComponent(NAME)}`),
      intake.get(`/api/v1/${encodeURIComponent(NAME)}`),
      api.app.inject({ method: 'POST', url: API.session, payload: { login: NAME, password: PHONE } }),
      intake.send('POST', API.phoneRecords, { ...person, content: 'x'.repeat(2_000_000) }, key('e4')),
    ]);

    for (const answer of answers) {
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.body).not.toContain(NAME);
      expect(answer.body).not.toContain(PHONE);
      expect(answer.json<Json>()['requestId']).toBe(answer.headers['x-request-id']);
    }
    expect(api.log()).not.toContain(NAME);
    expect(api.log()).not.toContain(encodeURIComponent(NAME));
    expect(api.log()).not.toContain(PHONE);
  });

  test('one of ours says nothing but a number to quote, and is logged once without values', async () => {
    const intake = await api.signIn('intake');
    await api.connection.sql`alter table intake_item rename to intake_item_away`;
    const body = { ...person, clientId: '018f7d8e-0000-7000-8000-000000000001', subject: NAME };
    const answer = await intake.send(
      'POST',
      API.phoneRecords,
      { ...body, calledAt: '2024-05-15T09:00:00+08:00' },
      key('e5'),
    );
    await api.connection.sql`alter table intake_item_away rename to intake_item`;

    expect(answer.statusCode).toBe(500);
    const { requestId } = answer.json<{ requestId: string }>();
    expect(answer.json<Json>()).toMatchObject({ code: 'internal', title: '系统出错了' });
    expect(answer.body).not.toContain('intake_item');
    const lines = api
      .log()
      .split('\n')
      .filter((line) => line.includes(requestId));
    expect(lines.filter((line) => line.includes('"level":"error"'))).toHaveLength(1);
    expect(api.log()).not.toContain(NAME);

    const afterwards = { ...body, calledAt: '2024-05-15T09:00:00+08:00' };
    expect((await intake.send('POST', API.phoneRecords, afterwards, key('e5'))).statusCode).toBe(201);
  });
});

describe('pages', () => {
  test.each(['/', '/board', '/cases/018f7d8e-0000-7000-8000-000000000001'])('%s is the web app', async (url) => {
    const answer = await api.app.inject({ url });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('接办');
    expect(answer.headers['cache-control']).toBe('no-cache');
  });

  test('files with a hash in their name may be kept; a file that is not there is not the web app', async () => {
    const asset = await api.app.inject({ url: '/assets/app-1a2b.js' });
    expect(asset.headers['cache-control']).toContain('immutable');
    expect((await api.app.inject({ url: '/assets/app-gone.js' })).statusCode).toBe(404);
  });

  test.each(['/api/v1/nothing', '/api/nothing'])('%s is a problem document', async (url) => {
    const answer = await api.app.inject({ url });
    expect(answer.statusCode).toBe(404);
    expect(answer.json<Json>()['code']).toBe('route_not_found');
  });

  test('load nothing from elsewhere and stand in no foreign frame', async () => {
    const { headers } = await api.app.inject({ url: '/' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    // On plain http the browser would look for our own scripts on https and find nothing.
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  test('answers of the API are kept by no cache', async () => {
    expect((await api.app.inject({ url: API.session })).headers['cache-control']).toBe('no-store');
  });
});

describe('behind https', () => {
  test('the cookie is secure, and signing in past the proxy is refused with a reason', async () => {
    const secure = await startApi({
      settings: {
        publicUrl: 'https://jieban.example',
        bureauName: '',
        bureauPhone: '',
        organCode: '民诉',
        deadlinePolicy: 'calendar-roll',
        sessionSecret: 's'.repeat(40),
      },
    });
    const payload = { login: 'admin', password: PASSWORD };
    const headers = { 'x-forwarded-proto': 'https' };
    const through = await secure.app.inject({ method: 'POST', url: API.session, payload, headers });
    const past = await secure.app.inject({ method: 'POST', url: API.session, payload });
    await secure.close();

    expect(through.statusCode).toBe(200);
    expect(through.headers['set-cookie']).toMatch(/Secure/);
    expect(past.json<Json>()['code']).toBe('https_required');
  });
});

describe('the state of the process', () => {
  test('it is healthy while it answers, and ready while its database is there', async () => {
    expect((await api.app.inject({ url: '/healthz' })).statusCode).toBe(200);
    expect((await api.app.inject({ url: '/readyz' })).statusCode).toBe(200);
  });

  test('durations are counted by route, never by address', async () => {
    const client = await api.signIn('supervisor');
    await client.get(`${API.complaints}/018f7d8e-0000-7000-8000-00000000abcd`);
    const { body } = await api.app.inject({ url: '/metrics' });

    expect(body).toContain(`route="${API.complaint}"`);
    expect(body).not.toContain('00000000abcd');
  });

  test('while the database is away it says so, and the page may try again', async () => {
    const lost = await startApi();
    const client = await lost.signIn('intake');
    await lost.connection.sql.end({ timeout: 0 });
    const ready = await lost.app.inject({ url: '/readyz' });
    const answer = await client.get(API.board);
    await lost.close();

    expect(ready.statusCode).toBe(503);
    expect(answer.statusCode).toBe(503);
    expect(answer.json<Json>()['code']).toBe('temporarily_unavailable');
    expect(answer.headers['retry-after']).toBe('5');
  });
});
