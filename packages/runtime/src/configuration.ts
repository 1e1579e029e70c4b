// The settings of every process: read once from the environment, checked as a whole, and handed on as one value.
// Nothing else in the house reads the environment (a lint rule sees to it).
import { resolve } from 'node:path';
import type { z } from 'zod';
import { VARIABLE_NAMES, VARIABLES } from './configuration-variables';
import { defaultDataFolder } from './data-folder';

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
  /** 机关代字, the first part of a document number. */
  readonly organCode: string;
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
    organCode: values.JIEBAN_ORGAN_CODE,
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
