// Signing in, staying in, and being shown the door.
import { API } from '@jieban/contracts/api/routes';
import { appUser } from '@jieban/db/schema/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookiesOf, PASSWORD, signIn, startApi, type ApiUnderTest, type Json } from './api-harness';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const attempt = (login: string, password: string, remoteAddress = '10.0.0.1') =>
  api.app.inject({ method: 'POST', url: API.session, payload: { login, password }, remoteAddress });

describe('signing in', () => {
  test('tells who signed in and hands out a token, under a cookie that scripts and foreign pages cannot use', async () => {
    const answer = await attempt('supervisor', PASSWORD);

    expect(answer.statusCode).toBe(200);
    expect(answer.json<Json>()).toMatchObject({
      user: { login: 'supervisor', role: 'supervisor', unit: { name: '某某市民政局' }, passwordMustChange: false },
      bureauName: '某某市民政局',
      deadlinePolicy: 'calendar-roll',
    });
    expect(answer.headers['set-cookie']).toMatch(/HttpOnly/);
    expect(answer.headers['set-cookie']).toMatch(/SameSite=Strict/);
    expect(answer.body).not.toContain('argon2');
  });

  test('takes a login typed in capitals', async () => {
    expect((await attempt('Supervisor', PASSWORD)).statusCode).toBe(200);
  });

  test('gives the same answer for a wrong password and an unknown login', async () => {
    const wrong = await attempt('handler', 'not the password');
    const unknown = await attempt('nobody', 'not the password');

    expect(wrong.statusCode).toBe(401);
    expect(wrong.json<Json>()['code']).toBe('sign_in_refused');
    expect({ ...unknown.json<Json>(), requestId: '' }).toEqual({ ...wrong.json<Json>(), requestId: '' });
  });

  test('locks a login out after five wrong passwords, even for the right one, and only from that address', async () => {
    for (let guess = 0; guess < 5; guess += 1) await attempt('head', 'wrong', '10.0.0.2');
    const locked = await attempt('head', PASSWORD, '10.0.0.2');
    const elsewhere = await attempt('head', PASSWORD, '10.0.0.3');

    expect(locked.statusCode).toBe(429);
    expect(locked.json<Json>()).toMatchObject({ code: 'sign_in_locked', title: '密码错误次数过多,登录已暂时锁定' });
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0);
    expect(elsewhere.statusCode).toBe(200);
  });

  test('names the missing field in Chinese', async () => {
    const answer = await api.app.inject({ method: 'POST', url: API.session, payload: { login: '' } });

    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json<Json>()['errors']).toEqual([
      { field: 'login', message: '请填写用户名' },
      { field: 'password', message: '密码不能为空' },
    ]);
  });

  test('begins a session under a new id, so that a planted one is worth nothing', async () => {
    const first = cookiesOf(await attempt('admin', PASSWORD));
    const again = await api.app.inject({
      method: 'POST',
      url: API.session,
      payload: { login: 'admin', password: PASSWORD },
      cookies: first,
    });

    expect(cookiesOf(again)).not.toEqual(first);
    expect((await api.app.inject({ url: API.session, cookies: first })).statusCode).toBe(401);
    expect((await api.app.inject({ url: API.session, cookies: cookiesOf(again) })).statusCode).toBe(200);
  });
});

describe('a session', () => {
  test('is asked for by every endpoint', async () => {
    for (const url of [API.session, API.board, API.units, API.complaints, API.failedJobs]) {
      const answer = await api.app.inject({ url });
      expect([url, answer.statusCode, answer.json<Json>()['code']]).toEqual([url, 401, 'not_signed_in']);
    }
  });

  test('refuses a change without its own token', async () => {
    const client = await api.signIn('intake');
    for (const token of ['', 'made-up-by-a-foreign-page']) {
      const answer = await client.send('DELETE', API.session, undefined, { 'x-csrf-token': token });
      expect(answer.statusCode).toBe(403);
      expect(answer.json<Json>()['code']).toBe('csrf_refused');
    }
    expect((await client.get(API.session)).statusCode).toBe(200);
  });

  test('ends when its owner signs out', async () => {
    const client = await api.signIn('intake');
    expect((await client.send('DELETE', API.session)).statusCode).toBe(204);
    expect((await client.get(API.session)).statusCode).toBe(401);
  });

  test('ends twelve hours after it was last used', async () => {
    const client = await api.signIn('intake');
    api.clock.advanceSeconds(11 * 3600);
    expect((await client.get(API.session)).statusCode).toBe(200);
    api.clock.advanceSeconds(11 * 3600);
    expect((await client.get(API.session)).statusCode).toBe(200);
    api.clock.advanceSeconds(13 * 3600);
    expect((await client.get(API.session)).statusCode).toBe(401);
  });

  test('ends at once when the account is disabled', async () => {
    const client = await api.signIn('intake2');
    await api.connection.sql`update app_user set disabled_at = now() where login = 'intake2'`;

    expect((await client.get(API.board)).statusCode).toBe(401);
    expect((await attempt('intake2', PASSWORD)).statusCode).toBe(401);
  });
});

describe('a first password', () => {
  beforeAll(() => api.connection.db.update(appUser).set({ passwordMustChange: true }));
  afterAll(() => api.connection.db.update(appUser).set({ passwordMustChange: false }));

  test('opens nothing but the account until it is changed; changing it ends every other session', async () => {
    const elsewhere = await api.signIn('eastHead');
    const client = await api.signIn('eastHead');
    expect((await client.get(API.session)).statusCode).toBe(200);
    for (const url of [API.board, API.units, API.complaints]) {
      const answer = await client.get(url);
      expect([url, answer.statusCode, answer.json<Json>()['code']]).toEqual([url, 403, 'password_must_change']);
    }

    const change = { currentPassword: PASSWORD, newPassword: 'another long password' };
    expect((await client.send('PUT', API.password, change)).statusCode).toBe(204);

    expect((await elsewhere.get(API.session)).statusCode).toBe(401);
    const renewed = await signIn(api.app, 'easthead', change.newPassword);
    expect((await renewed.get(API.board)).statusCode).toBe(200);
  });

  test.each([
    ['the current one is wrong', { currentPassword: 'no', newPassword: 'another long password' }, 'currentPassword'],
    ['the new one is too short', { currentPassword: PASSWORD, newPassword: 'short' }, 'newPassword'],
    ['the new one is the old one', { currentPassword: PASSWORD, newPassword: PASSWORD }, 'newPassword'],
  ])('is not changed when %s', async (_case, payload, field) => {
    const client = await api.signIn('eastIntake');
    const answer = await client.send('PUT', API.password, payload);

    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ errors: { field: string }[] }>().errors.map((error) => error.field)).toEqual([field]);
  });
});
