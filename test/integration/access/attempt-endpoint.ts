// Calls an endpoint of the table as an officer, about a case.
import type { LightMyRequestResponse } from 'fastify';
import { pathTo } from '@jieban/contracts/api/routes';
import { newId } from '@jieban/runtime/ids';
import type { Client } from '../api-harness';
import { ENDPOINTS, type Attempt, type Endpoint } from './endpoint-table';

export function endpointOf(name: string): Endpoint & { readonly method: string; readonly route: string } {
  const endpoint = ENDPOINTS[name];
  const [method = '', route = ''] = name.split(' ');
  if (endpoint === undefined) throw new Error(`${name} stands not in the table.`);
  return { ...endpoint, method, route };
}

export function changesSomething(name: string): boolean {
  return !name.startsWith('GET ');
}

/** `headers` come on top of those that a good request has. */
export function attemptEndpoint(
  client: Client,
  name: string,
  attempt: Attempt,
  headers: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  const { method, route, ask } = endpointOf(name);
  const asked = ask?.(attempt) ?? {};
  const query = asked.query === undefined ? '' : `?${asked.query}`;
  const url = `${pathTo(route, { ...asked.params, id: asked.id ?? attempt.id })}${query}`;
  if (method === 'GET') return client.get(url);
  // Demanded by those that create, and ignored by all others.
  const key = { 'idempotency-key': newId() };
  return client.send(method as 'POST', url, asked.body, { ...key, ...asked.headers, ...headers });
}
