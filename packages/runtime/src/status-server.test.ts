import { afterEach, expect, test } from 'vitest';
import { createMetricsRegistry, Gauge } from './metrics';
import { startStatusServer, type ReadinessCheck, type StatusServer } from './status-server';

let server: StatusServer | undefined;
afterEach(() => server?.close());

async function get(path: string, checks: Record<string, ReadinessCheck>): Promise<{ status: number; body: string }> {
  const registry = createMetricsRegistry('mailbox');
  new Gauge({ name: 'jieban_last_poll_seconds', help: 'Last good poll', registers: [registry] }).set(7);
  server = await startStatusServer({ port: 0, registry, checks });
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`);
  return { status: response.status, body: await response.text() };
}

test('a process that lives is healthy even while it is not ready', async () => {
  expect(await get('/healthz', { imap: () => ({ ok: false }) })).toMatchObject({ status: 200 });
});

test('it is ready when every check passes, and shows what they found', async () => {
  const { status, body } = await get('/readyz', {
    database: () => Promise.resolve({ ok: true }),
    imap: () => ({ ok: true, detail: { lastGoodPollAt: '2026-11-23T02:00:00Z' } }),
  });

  expect(status).toBe(200);
  expect(JSON.parse(body)).toEqual({
    ok: true,
    checks: { database: { ok: true }, imap: { ok: true, detail: { lastGoodPollAt: '2026-11-23T02:00:00Z' } } },
  });
});

test('one failing check makes it not ready, named by its kind, not by its message', async () => {
  const { status, body } = await get('/readyz', {
    database: () => {
      throw Object.assign(new Error('password hunter2 refused'), { code: '28P01' });
    },
    queue: () => ({ ok: true }),
  });

  expect(status).toBe(503);
  expect(body).toContain('28P01');
  expect(body).not.toContain('hunter2');
});

test('the metrics carry the service', async () => {
  const { body } = await get('/metrics', {});

  expect(body).toContain('jieban_last_poll_seconds{service="mailbox"} 7');
});

test('any other path is not found', async () => {
  expect(await get('/etc', {})).toMatchObject({ status: 404 });
});

test('a port that is taken is an error, not a silence', async () => {
  const registry = createMetricsRegistry('worker');
  server = await startStatusServer({ port: 0, registry, checks: {} });

  await expect(startStatusServer({ port: server.port, registry, checks: {} })).rejects.toThrow(/EADDRINUSE/);
});
