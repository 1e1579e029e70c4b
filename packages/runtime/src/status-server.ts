// /healthz, /readyz and /metrics of the processes that serve nothing else (mailbox, worker). Plain node:http: three
// GETs on a loopback port do not need a framework.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';

export interface ReadinessResult {
  readonly ok: boolean;
  /** Ids, instants and counts only; shown as JSON. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

export type ReadinessCheck = () => ReadinessResult | Promise<ReadinessResult>;

export interface StatusServer {
  readonly port: number;
  close(): Promise<void>;
}

const CHECK_LIMIT_MS = 3000;

/**
 * Runs every check; one that throws or takes longer than 3 s counts as not ready. Shared with the api's own /readyz.
 */
export async function runReadinessChecks(
  checks: Readonly<Record<string, ReadinessCheck>>,
): Promise<{ ok: boolean; checks: Record<string, ReadinessResult> }> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await runOne(check)] as const),
  );
  return { ok: results.every(([, result]) => result.ok), checks: Object.fromEntries(results) };
}

async function runOne(check: ReadinessCheck): Promise<ReadinessResult> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<ReadinessResult>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, detail: { reason: 'no answer in time' } }), CHECK_LIMIT_MS);
  });
  try {
    // The message of a failed check may hold an address with a password in it: the kind of error must do.
    const answer = Promise.resolve()
      .then(check)
      .catch((error: unknown): ReadinessResult => ({ ok: false, detail: { reason: errorKind(error) } }));
    return await Promise.race([answer, tooSlow]);
  } finally {
    clearTimeout(timer);
  }
}

const errorKind = (error: unknown): string =>
  error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'unknown';

/** Listens on loopback unless told otherwise; port 0 picks a free one. Rejects when the port is taken. */
export async function startStatusServer(options: {
  readonly host?: string;
  readonly port: number;
  readonly registry: Registry;
  readonly checks: Readonly<Record<string, ReadinessCheck>>;
}): Promise<StatusServer> {
  const answer = async (path: string, response: ServerResponse): Promise<void> => {
    if (path === '/healthz') {
      sendJson(response, 200, { ok: true });
    } else if (path === '/readyz') {
      const result = await runReadinessChecks(options.checks);
      sendJson(response, result.ok ? 200 : 503, result);
    } else if (path === '/metrics') {
      response.writeHead(200, { 'content-type': options.registry.contentType });
      response.end(await options.registry.metrics());
    } else {
      sendJson(response, 404, { error: 'Known here: /healthz, /readyz, /metrics.' });
    }
  };
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    answer(path, response).catch(() => {
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { error: 'The status could not be gathered; the log says why.' });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host ?? '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
