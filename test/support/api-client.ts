// An officer's browser, less the screen: signs in, keeps the cookie, sends the CSRF token.
import { API } from '@jieban/contracts/api/routes';
import { sessionSchema, type Session } from '@jieban/contracts/api/session';

export interface ApiClient {
  readonly session: Session;
  request(method: string, path: string, options?: { json?: unknown; form?: FormData; key?: string }): Promise<Response>;
}

export async function signIn(address: string, login: string, password: string): Promise<ApiClient> {
  const response = await fetch(`${address}${API.session}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (!response.ok) throw new Error(`Signing in as ${login} was answered ${response.status}: ${await response.text()}`);
  const cookie = (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  const session = sessionSchema.parse(await response.json());
  return {
    session,
    request: (method, path, { json, form, key } = {}) =>
      fetch(`${address}${path}`, {
        method,
        headers: {
          cookie,
          'x-csrf-token': session.csrfToken,
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        ...(form === undefined ? {} : { body: form }),
      }),
  };
}

/** The first sign-in of the admin: changes the one-time password and signs in again. */
export async function signInFirstAdmin(address: string, oneTimePassword: string, password: string): Promise<ApiClient> {
  const first = await signIn(address, 'admin', oneTimePassword);
  const changed = await first.request('PUT', API.password, {
    json: { currentPassword: oneTimePassword, newPassword: password },
  });
  if (!changed.ok) throw new Error(`Changing the password was answered ${changed.status}: ${await changed.text()}`);
  return signIn(address, 'admin', password);
}
