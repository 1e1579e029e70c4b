// The machine-readable part of a bounce (message/delivery-status, RFC 3464 2).
import { splitHeaderFields, unfoldValue } from './header-fields';

export interface DeliveryStatus {
  readonly recipient: string | null;
  readonly status: string | null;
  readonly diagnostic: string | null;
  /** True when the server has given up and will not try again. */
  readonly permanent: boolean;
  /** True when the report says that the mail was delivered, relayed or expanded: no bounce at all. */
  readonly hasArrived: boolean;
}

type Fields = ReadonlyMap<string, string>;

/** Reads the first recipient that failed, or else the first one named. */
export function readDeliveryStatus(body: string): DeliveryStatus {
  const blocks = body
    .slice(0, 64_000)
    .split(/\r?\n[ \t]*\r?\n/)
    .map(readFields);
  const recipients = blocks.filter((fields) => fields.has('final-recipient') || fields.has('action'));
  const chosen =
    recipients.find((fields) => actionOf(fields) === 'failed') ?? recipients[0] ?? new Map<string, string>();
  const diagnostic = withoutType(chosen.get('diagnostic-code'));
  const status = chooseStatus(chosen.get('status')?.split(/\s/)[0] ?? null, diagnostic);
  const action = actionOf(chosen);
  return {
    recipient: readAddress(chosen.get('final-recipient')) ?? readAddress(chosen.get('original-recipient')),
    status,
    diagnostic,
    // `failed` means given up (RFC 3464 2.3.3) even where the last answer was a 4xx that lasted too long.
    permanent: action === 'failed' || (action !== 'delayed' && (status ?? '').startsWith('5')),
    hasArrived: ['delivered', 'relayed', 'expanded'].includes(action),
  };
}

/** 163 writes `Status: 5.0.0` whatever happened; the receiving server's own code then stands in Diagnostic-Code. */
function chooseStatus(status: string | null, diagnostic: string | null): string | null {
  const isSpecific = status !== null && !/^[245]\.0\.0$/.test(status);
  if (isSpecific) return status;
  return /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(diagnostic ?? '')?.[0] ?? status;
}

function readFields(block: string): Fields {
  const fields = new Map<string, string>();
  const text = block.replace(/^\s+/, '');
  for (const { name, start, end } of splitHeaderFields(text)) {
    if (name !== '' && !fields.has(name)) fields.set(name, unfoldValue(text.slice(start, end)));
  }
  return fields;
}

function actionOf(fields: Fields): string {
  return (fields.get('action') ?? '').split(/[\s(]/)[0]?.toLowerCase() ?? '';
}

/** `smtp; 550 5.1.1 …` → `550 5.1.1 …`. */
function withoutType(value: string | undefined): string | null {
  const text = (value ?? '').replace(/^[\w-]+\s*;\s*/, '');
  return text === '' ? null : text;
}

function readAddress(value: string | undefined): string | null {
  return /<?([^<>\s;]+@[^<>\s;]+?)>?$/.exec(withoutType(value) ?? '')?.[1] ?? null;
}
