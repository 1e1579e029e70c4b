// Requests that are wrong in every way in which a page, a script or a tired person gets them wrong, with the citizen
// in the place that is wrong: whoever complains about a value likes to repeat it.
import { API, pathTo } from '@jieban/contracts/api/routes';
import { newId } from '@jieban/runtime/ids';
import type { LightMyRequestResponse } from 'fastify';
import { key, type ApiUnderTest, type Client } from '../api-harness';
import { STORY } from './citizen-comes-in';
import { CITIZEN } from './planted-person';

const { name, phone, mailbox } = CITIZEN;
const encoded = encodeURIComponent(name);
const json = { 'content-type': 'application/json' };
const LOCKED_AFTER = 6;

export async function askWrongly(
  { app }: ApiUnderTest,
  client: Client,
): Promise<(readonly [string, LightMyRequestResponse])[]> {
  const call = { callerName: name, callerPhone: phone, subject: '来电', content: STORY };
  const post = (url: string, body: string | object, headers: Record<string, string> = {}) =>
    client.send('POST', url, body, { ...key(newId()), ...headers });
  const signIn = (login: string, password: string) =>
    app.inject({ method: 'POST', url: API.session, payload: { login, password } });
  const headers = { 'request-id': encoded, 'x-request-id': encoded, 'user-agent': mailbox, referer: `/?q=${encoded}` };
  const attempts: Readonly<Record<string, () => Promise<LightMyRequestResponse>>> = {
    'a call with a name for an id': () => post(API.phoneRecords, { ...call, clientId: name }),
    'a call at a time that is a number': () => post(API.phoneRecords, { ...call, clientId: newId(), calledAt: phone }),
    'a call that is too long': () => post(API.phoneRecords, { ...call, content: STORY.repeat(20_000) }),
    'broken JSON': () => post(API.phoneRecords, `{"callerName": "${name}", "callerPhone": ${phone}x`, json),
    'JSON with keys that are people': () => post(API.phoneRecords, { [name]: phone, [mailbox]: STORY }),
    'text instead of JSON': () => post(API.phoneRecords, STORY, { 'content-type': 'text/x-odd' }),
    'half a form': () =>
      post(API.hotlineImports, `--b\r\n${STORY}`, { 'content-type': 'multipart/form-data; boundary=b' }),
    'a call that begins later than now': () =>
      post(API.phoneRecords, { ...call, clientId: newId(), calledAt: '2031-01-01T00:00:00+08:00' }),
    'a number that is none': () => post(API.callerLookups, { phone: `${name}${phone}`.repeat(9) }),
    'a reply to a case of that name': () => post(pathTo(API.complaintReplies, { id: name }), { statement: STORY }),
    'a search that is too long': () => client.get(`${API.complaints}?number=${encoded.repeat(30)}`),
    'a page that is none': () =>
      client.get(`${API.complaints}?cursor=${Buffer.from(`["${phone}","${name}"]`).toString('base64url')}`),
    'a unit of that name': () => client.get(`${API.board}?unitId=${encoded}`),
    'a case of that name': () => client.get(pathTo(API.complaint, { id: name })),
    'a job of that name': () => client.get(`/api/v1/jobs/${encoded}`),
    'an address that is none': () => client.get(`/api/v1/${encoded}?phone=${phone}&mail=${mailbox}`),
    'an address with a part that is too long': () => client.get(pathTo(API.complaint, { id: name.repeat(99) })),
    'an address that does not decode': () => client.get(`/api/v1/%E6%AC%/${phone}`),
    'headers that name people': () => app.inject({ url: `${API.board}?q=${encoded}`, headers }),
    'a cookie that is none': () =>
      app.inject({ url: API.board, headers: { cookie: `jieban_session=${encoded}.${phone}` } }),
  };
  const answered: (readonly [string, LightMyRequestResponse])[] = [];
  for (const [what, attempt] of Object.entries(attempts)) answered.push([what, await attempt()]);
  for (let attempt = 0; attempt < LOCKED_AFTER; attempt += 1)
    answered.push(['signing in as a citizen', await signIn(mailbox, phone)]);
  answered.push(['signing in with a name', await signIn(name.repeat(40), phone)]);
  return answered;
}
