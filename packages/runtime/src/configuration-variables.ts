// Every environment variable: its form, its default and what it is for. Which of them need one another is judged in
// configuration.ts.
import { z } from 'zod';
import { parseKeyRing } from './encryption';

const port = (fallback: number, lowest = 1) =>
  z
    .string()
    .default(String(fallback))
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= lowest && Number(text) <= 65535, {
      error: `must be a port number from ${lowest} to 65535`,
    })
    .transform(Number);
const whole = (fallback: number, lowest: number, highest: number) =>
  z
    .string()
    .default(String(fallback))
    .refine((text) => /^-?\d+$/.test(text) && Number(text) >= lowest && Number(text) <= highest, {
      error: `must be a whole number from ${lowest} to ${highest}`,
    })
    .transform(Number);
const url = (protocols: readonly string[]) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
      error: `must be a URL that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
    })
    .nullable()
    .default(null);
const word = <const W extends readonly [string, ...string[]]>(words: W, fallback: W[number]) =>
  z
    .string()
    .default(fallback)
    .refine((text) => (words as readonly string[]).includes(text), { error: `must be one of ${words.join(', ')}` })
    .transform((text) => text as W[number]);
const text = z.string().nullable().default(null);
const TRANSPORT = ['tls', 'starttls', 'none'] as const;

/** Every variable, with what it is for. services/cli/docs/operations.md repeats this list; a test compares them. */
export const VARIABLES = z.object({
  /** Folder of the embedded Postgres, the keys and the session secret. Back it up as one. */
  JIEBAN_DATA_DIR: text,
  /** Address that the web server listens on; 0.0.0.0 opens it to the network. */
  JIEBAN_HOST: z.string().default('127.0.0.1'),
  /** Port of the web server. */
  JIEBAN_PORT: port(8080),
  /** Address that people type, for links in letters and notices. */
  JIEBAN_PUBLIC_URL: url(['http:', 'https:']),
  /** A Postgres 15 or newer of your own, instead of the embedded one. */
  DATABASE_URL: url(['postgres:', 'postgresql:']),
  /** A Redis 7 of your own: the queue moves there from Postgres. */
  REDIS_URL: url(['redis:', 'rediss:']),
  /** Key ring `id:base64[,id:base64…]`, 32 bytes each, newest first. */
  JIEBAN_ENCRYPTION_KEYS: text.refine((value) => value === null || isKeyRing(value), {
    error: 'must be id:base64[,id:base64…] with keys of 32 bytes (make one with: openssl rand -base64 32)',
  }),
  /** Signs the session cookies. */
  JIEBAN_SESSION_SECRET: text.refine((value) => value === null || value.length >= 32, {
    error: 'must have at least 32 characters (make one with: openssl rand -base64 48)',
  }),
  /** First part of a case number, as in MZ-2026-000123. */
  JIEBAN_NUMBER_PREFIX: z
    .string()
    .default('MZ')
    .refine((value) => /^[A-Z]{1,8}$/.test(value), { error: 'must be 1 to 8 capital letters A–Z' }),
  /** 机关代字 of the bureau, the first part of a document number, as in 民诉〔2026〕12号. */
  JIEBAN_ORGAN_CODE: z
    .string()
    .default('民诉')
    .refine((value) => /^[^\s\d〔〕[\]［］()（）【】]{1,12}$/u.test(value), {
      error: 'must be 1 to 12 characters without brackets, digits or blanks, as in 民诉',
    }),
  /** How the two deadlines are counted (packages/domain/docs). */
  JIEBAN_DEADLINE_POLICY: word(['calendar-roll', 'working-days', 'no-roll'], 'calendar-roll'),
  /** Name of the mailbox inside Jieban; never change it once mail has been taken in. */
  JIEBAN_MAILBOX_ID: z
    .string()
    .default('public')
    .refine((value) => /^[a-z0-9-]{1,40}$/.test(value), { error: 'must be 1 to 40 of a–z, 0–9 and -' }),
  /** IMAP server; without it the mailbox service stands idle. */
  JIEBAN_MAILBOX_HOST: text,
  JIEBAN_MAILBOX_PORT: port(993),
  /** `tls`, `starttls` or `none`. */
  JIEBAN_MAILBOX_TLS: word(TRANSPORT, 'tls'),
  JIEBAN_MAILBOX_USER: text,
  /** Many Chinese providers want an authorisation code (授权码) here, not the sign-in password. */
  JIEBAN_MAILBOX_PASSWORD: text,
  /** Comma-separated; name the junk folder too, for a complaint may land there. */
  JIEBAN_MAILBOX_FOLDERS: z.string().default('INBOX'),
  JIEBAN_MAILBOX_POLL_SECONDS: whole(30, 1, 3600),
  /** Mail server for letters and notices. */
  JIEBAN_SMTP_HOST: text,
  JIEBAN_SMTP_PORT: port(465),
  /** `tls`, `starttls` or `none`. */
  JIEBAN_SMTP_TLS: word(TRANSPORT, 'tls'),
  JIEBAN_SMTP_USER: text,
  JIEBAN_SMTP_PASSWORD: text,
  /** Sender of every letter: `address@host` or `Name <address@host>`. */
  JIEBAN_MAIL_FROM: text.refine((value) => value === null || /^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(value), {
    error: 'must be address@host or Name <address@host>',
  }),
  /** Write letters as .eml files into this folder instead of sending them (trial runs, the demo). */
  JIEBAN_MAIL_FOLDER: text,
  /** Named in letters and on the pages. */
  JIEBAN_BUREAU_NAME: z.string().default('民政局'),
  /** Telephone number named in letters; empty leaves the sentence out. */
  JIEBAN_BUREAU_PHONE: z.string().default(''),
  JIEBAN_LOG_LEVEL: word(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
  /** Loopback port of /readyz and /metrics of the mailbox service; 0 picks a free one. */
  JIEBAN_MAILBOX_STATUS_PORT: port(0, 0),
  /** Loopback port of /readyz and /metrics of the worker; 0 picks a free one. */
  JIEBAN_WORKER_STATUS_PORT: port(0, 0),
  /** Shifts the clock of every process. For drills and tests, never in service. */
  JIEBAN_CLOCK_OFFSET_SECONDS: whole(0, -3_155_760_000, 3_155_760_000),
});

/** Names of all settings, for the check of the documentation. */
export const VARIABLE_NAMES: readonly string[] = Object.keys(VARIABLES.shape);

function isKeyRing(value: string): boolean {
  try {
    parseKeyRing(value);
    return true;
  } catch {
    return false;
  }
}
