// The settings of every process: read once from the environment, checked as a whole, and handed on as one value.
// Nothing else in the house reads the environment (a lint rule sees to it).
import { resolve } from 'node:path';
import { z } from 'zod';
import { defaultDataFolder } from './data-folder';
import { parseKeyRing } from './encryption';

export type DeadlinePolicySetting = 'calendar-roll' | 'working-days' | 'no-roll';
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
/** `tls`: encrypted from the first byte; `starttls`: must be upgraded; `none`: plain text, for loopback and tests. */
export type TransportSecurity = 'tls' | 'starttls' | 'none';

export interface MailboxSettings {
  /** Part of the identity of every message taken in: never change it for a mailbox that has been polled. */
  readonly id: string;
  readonly host: string;
  readonly port: number;
  readonly tls: TransportSecurity;
  readonly user: string;
  readonly password: string;
  readonly folders: readonly string[];
  readonly pollSeconds: number;
}

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  readonly tls: TransportSecurity;
  /** Null: the server asks for no sign-in. */
  readonly user: string | null;
  readonly password: string | null;
}

export interface Configuration {
  /** Absolute path. */
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  /** Null: start the embedded Postgres of the data folder. */
  readonly databaseUrl: string | null;
  /** Null: the queue lives in Postgres. */
  readonly redisUrl: string | null;
  /** Null: taken from, or made in, the data folder. */
  readonly encryptionKeys: string | null;
  /** Null: taken from, or made in, the data folder. */
  readonly sessionSecret: string | null;
  readonly numberPrefix: string;
  readonly deadlinePolicy: DeadlinePolicySetting;
  /** Null: the mailbox service stands idle and says so. */
  readonly mailbox: MailboxSettings | null;
  readonly smtp: SmtpSettings | null;
  /** Letters become .eml files in this folder instead of leaving through SMTP. Absolute path. */
  readonly mailFolder: string | null;
  /** Null only when no letter can leave at all (neither SMTP nor a folder). */
  readonly mailFrom: string | null;
  readonly bureau: { readonly name: string; readonly phone: string };
  readonly logLevel: LogLevel;
  /** Loopback ports of /healthz, /readyz and /metrics; 0 picks a free one. */
  readonly statusPorts: { readonly mailbox: number; readonly worker: number };
  readonly clockOffsetSeconds: number;
  /** JIEBAN_* variables that nobody reads: usually a slip of the pen, worth a warning. */
  readonly unknownVariables: readonly string[];
}

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
const VARIABLES = z.object({
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

export interface SettingProblem {
  readonly variable: string;
  /** What is wrong and what would be right; never the value, which may be a password. */
  readonly problem: string;
}

/** Thrown once with everything that is wrong, so that one round of editing is enough. */
export class ConfigurationInvalid extends Error {
  readonly code = 'configuration.invalid';
  readonly problems: readonly SettingProblem[];
  constructor(problems: readonly SettingProblem[]) {
    super(
      `设置有误，请改正以下环境变量后重新启动。The settings are not usable; correct these environment variables and start again:\n` +
        problems.map(({ variable, problem }) => `  ${variable} ${problem}`).join('\n'),
    );
    this.name = 'ConfigurationInvalid';
    this.problems = problems;
  }
}

function isKeyRing(value: string): boolean {
  try {
    parseKeyRing(value);
    return true;
  } catch {
    return false;
  }
}

type Values = z.infer<typeof VARIABLES>;

/** Which variables need one another; zod has judged each by itself before. */
function findConflicts(values: Values): SettingProblem[] {
  const problems: SettingProblem[] = [];
  if (values.JIEBAN_MAILBOX_HOST !== null) {
    for (const variable of ['JIEBAN_MAILBOX_USER', 'JIEBAN_MAILBOX_PASSWORD'] as const) {
      if (values[variable] === null) problems.push({ variable, problem: 'is missing; JIEBAN_MAILBOX_HOST needs it' });
    }
    if (splitList(values.JIEBAN_MAILBOX_FOLDERS).length === 0) {
      problems.push({ variable: 'JIEBAN_MAILBOX_FOLDERS', problem: 'must name at least one folder' });
    }
  }
  if (values.JIEBAN_SMTP_HOST !== null && values.JIEBAN_MAIL_FOLDER !== null) {
    problems.push({
      variable: 'JIEBAN_MAIL_FOLDER',
      problem: 'cannot stand beside JIEBAN_SMTP_HOST; keep one of them',
    });
  }
  if (values.JIEBAN_SMTP_HOST !== null && values.JIEBAN_MAIL_FROM === null) {
    problems.push({ variable: 'JIEBAN_MAIL_FROM', problem: 'is missing; JIEBAN_SMTP_HOST needs it' });
  }
  if ((values.JIEBAN_SMTP_USER === null) !== (values.JIEBAN_SMTP_PASSWORD === null)) {
    problems.push({
      variable: 'JIEBAN_SMTP_USER',
      problem: 'and JIEBAN_SMTP_PASSWORD must be set together or not at all',
    });
  }
  return problems;
}

const splitList = (list: string): string[] =>
  list
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/**
 * Reads and checks all settings. A blank variable counts as absent, because compose files pass blanks on.
 * @throws ConfigurationInvalid with every problem found.
 */
export function readConfiguration(env: Readonly<Record<string, string | undefined>> = process.env): Configuration {
  const given = Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => (entry[1] ?? '').trim() !== ''),
  );
  const parsed = VARIABLES.safeParse(given);
  if (!parsed.success) {
    throw new ConfigurationInvalid(
      parsed.error.issues.map((issue) => ({ variable: String(issue.path[0]), problem: issue.message })),
    );
  }
  const values = parsed.data;
  const conflicts = findConflicts(values);
  if (conflicts.length > 0) throw new ConfigurationInvalid(conflicts);

  const { JIEBAN_MAILBOX_HOST: imapHost, JIEBAN_SMTP_HOST: smtpHost, JIEBAN_MAIL_FOLDER: mailFolder } = values;
  return {
    dataDir: resolve(values.JIEBAN_DATA_DIR ?? defaultDataFolder()),
    host: values.JIEBAN_HOST,
    port: values.JIEBAN_PORT,
    publicUrl: (values.JIEBAN_PUBLIC_URL ?? `http://localhost:${values.JIEBAN_PORT}`).replace(/\/+$/, ''),
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    encryptionKeys: values.JIEBAN_ENCRYPTION_KEYS,
    sessionSecret: values.JIEBAN_SESSION_SECRET,
    numberPrefix: values.JIEBAN_NUMBER_PREFIX,
    deadlinePolicy: values.JIEBAN_DEADLINE_POLICY,
    mailbox:
      imapHost === null
        ? null
        : {
            id: values.JIEBAN_MAILBOX_ID,
            host: imapHost,
            port: values.JIEBAN_MAILBOX_PORT,
            tls: values.JIEBAN_MAILBOX_TLS,
            user: values.JIEBAN_MAILBOX_USER ?? '',
            password: values.JIEBAN_MAILBOX_PASSWORD ?? '',
            folders: splitList(values.JIEBAN_MAILBOX_FOLDERS),
            pollSeconds: values.JIEBAN_MAILBOX_POLL_SECONDS,
          },
    smtp:
      smtpHost === null
        ? null
        : {
            host: smtpHost,
            port: values.JIEBAN_SMTP_PORT,
            tls: values.JIEBAN_SMTP_TLS,
            user: values.JIEBAN_SMTP_USER,
            password: values.JIEBAN_SMTP_PASSWORD,
          },
    mailFolder: mailFolder === null ? null : resolve(mailFolder),
    mailFrom: values.JIEBAN_MAIL_FROM ?? (mailFolder === null ? null : 'jieban@localhost'),
    bureau: { name: values.JIEBAN_BUREAU_NAME, phone: values.JIEBAN_BUREAU_PHONE },
    logLevel: values.JIEBAN_LOG_LEVEL,
    statusPorts: { mailbox: values.JIEBAN_MAILBOX_STATUS_PORT, worker: values.JIEBAN_WORKER_STATUS_PORT },
    clockOffsetSeconds: values.JIEBAN_CLOCK_OFFSET_SECONDS,
    unknownVariables: Object.keys(given).filter((name) => name.startsWith('JIEBAN_') && !VARIABLE_NAMES.includes(name)),
  };
}
