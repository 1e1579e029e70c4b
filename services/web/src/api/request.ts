// The one way to the server. Every answer is parsed by the schema that the server also uses, so a drift between
// the two shows as an error here and never as an `undefined` on a screen.
import { ContractMismatch, NetworkFailure, readProblem } from './problem';

/** Any zod schema; written structurally so that the page does not depend on zod's own types. */
export interface ResponseSchema<T> {
  parse(value: unknown): T;
}

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** Sent as JSON, or as multipart when it is FormData. */
  readonly body?: unknown;
  /** Required by the server on every create; the same key never makes two. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** Lets the request outlive the page (the last autosave when a tab is closed). */
  readonly keepalive?: boolean;
}

let csrfToken = '';

/** The token of the signed-in session; sent with everything that changes something. */
export function setCsrfToken(token: string): void {
  csrfToken = token;
}

/** For requests that are not made here. */
export function csrfHeader(): Readonly<Record<string, string>> {
  return { 'X-CSRF-Token': csrfToken };
}

export function addressOf(path: string, query: RequestOptions['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}

/** @throws ApiProblem when refused, NetworkFailure when nothing answered, ContractMismatch on another shape. */
export async function requestJson<T>(
  path: string,
  schema: ResponseSchema<T>,
  options: RequestOptions = {},
): Promise<T> {
  const response = await send(path, options);
  const body: unknown = await response.json().catch(() => null);
  try {
    return schema.parse(body);
  } catch (error) {
    throw new ContractMismatch(path, error);
  }
}

/** For answers whose body the page does not need. */
export async function requestNothing(path: string, options: RequestOptions = {}): Promise<void> {
  await send(path, options);
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  const { method = 'GET', query, body, idempotencyKey, signal, keepalive } = options;
  const headers = new Headers({ Accept: 'application/json' });
  if (method !== 'GET') headers.set('X-CSRF-Token', csrfToken);
  if (idempotencyKey !== undefined) headers.set('Idempotency-Key', idempotencyKey);
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (signal !== undefined) init.signal = signal;
  if (keepalive !== undefined) init.keepalive = keepalive;
  if (body instanceof FormData) {
    init.body = body;
  } else if (body !== undefined) {
    headers.set('Content-Type', 'application/json');
    init.body = JSON.stringify(body);
  }

  let response: Response;
  try {
    response = await fetch(addressOf(path, query), init);
  } catch (error) {
    // A cancelled look-up is not a broken line.
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new NetworkFailure(error);
  }
  if (!response.ok) throw await readProblem(response);
  return response;
}
