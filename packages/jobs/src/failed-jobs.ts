// How a failure is stored and shown. A queue is outside the encrypted store and is read by whoever keeps the
// machines running, so nothing of a person may stand in it (I6) – and error texts of drivers do quote people
// (`550 <someone@example.org>`, `Key (phone)=(1380…) already exists`).
export interface FailedJob {
  readonly id: string;
  readonly name: string;
  /** Ids only; any other value is withheld. */
  readonly payload: unknown;
  readonly failedAt: Date;
  /** Runs so far. */
  readonly attempts: number;
  readonly reason: string;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const WHOLE_UUID = new RegExp(`^${UUID.source}$`, 'i');
const WITHHELD = '[withheld]';
const REASON_LENGTH = 500;

/** Text of an error without what may name a person: mail addresses, long digit runs, anything in Chinese. */
export function maskPeople(text: string): string {
  // Split at UUIDs first: their groups may be eight digits and must survive, they are what an operator searches by.
  return text
    .split(new RegExp(`(${UUID.source})`, 'i'))
    .map((part) => (WHOLE_UUID.test(part) ? part : maskPart(part)))
    .join('')
    .slice(0, REASON_LENGTH);
}

function maskPart(text: string): string {
  return text
    .replace(/[^\s<>"'(),;:=]+@[^\s<>"'(),;:=]+/gu, '[address]')
    .replace(/\+?\d[\d -]{5,}\d[Xx]?/gu, '[number]')
    .replace(/[\p{Script=Han}·]+/gu, '[text]');
}

/** `code: message` of whatever a handler threw, masked. */
export function describeFailure(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'a value that is no Error was thrown';
  const code = 'code' in thrown && typeof thrown.code === 'string' ? `${thrown.code}: ` : '';
  return maskPeople(`${code}${thrown.message}`);
}

/** Keeps the shape of a payload and its ids. Numbers go too: a phone number is one. */
export function withholdPeople(payload: unknown): unknown {
  if (payload === null || payload === undefined || typeof payload === 'boolean') return payload;
  if (Array.isArray(payload)) return payload.map(withholdPeople);
  if (typeof payload === 'object') {
    return Object.fromEntries(Object.entries(payload).map(([key, value]) => [maskPeople(key), withholdPeople(value)]));
  }
  return typeof payload === 'string' && WHOLE_UUID.test(payload) ? payload : WITHHELD;
}
