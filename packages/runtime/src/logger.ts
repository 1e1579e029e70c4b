// One JSON line per event, to stdout. Logs carry ids, never people (invariant I6): the list below is the net under the
// rule, not a licence to log whole records.
import { pino, type DestinationStream, type LogFn, type Logger } from 'pino';
import type { LogLevel } from './configuration';
import { serializeError } from './error-serializer';

export type { Logger } from 'pino';

/** Field names that hold something of a person, or a secret; censored at the top and one and two levels down. */
const PERSONAL_FIELDS = [
  'name',
  'displayName',
  'reporter',
  'complainant',
  'caller',
  'callerName',
  'phone',
  'callerPhone',
  'mobile',
  'idNumber',
  'address',
  'email',
  'from',
  'to',
  'sender',
  'recipient',
  'accused',
  'subject',
  'title',
  'text',
  'html',
  'content',
  'body',
  'raw',
  'password',
  'secret',
  'token',
  'cookie',
  'authorization',
  'encryptionKeys',
  'sessionSecret',
  'databaseUrl',
  'redisUrl',
];

const CENSORED_PATHS = PERSONAL_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

export interface LoggerSettings {
  readonly service: string;
  readonly level: LogLevel;
  /** Default: stdout, written synchronously, so that the last line before a crash is not lost. */
  readonly destination?: DestinationStream;
}

/**
 * An error logged without a message of ours lends its own as `msg`, past the serializer; so the cleaned one is put
 * there instead.
 */
function withheldMessage(this: Logger, args: Parameters<LogFn>, method: LogFn): void {
  const [first, message, ...rest] = args as [unknown, unknown, ...unknown[]];
  const error = first instanceof Error ? first : isErrorHolder(first) ? first.err : null;
  if (error === null || message !== undefined) {
    method.apply(this, args);
    return;
  }
  const fields = first instanceof Error ? { err: first } : first;
  method.apply(this, [fields, serializeError(error).message, ...rest] as Parameters<LogFn>);
}

const isErrorHolder = (value: unknown): value is { err: Error } =>
  typeof value === 'object' && value !== null && 'err' in value && value.err instanceof Error;

export function createLogger({ service, level, destination }: LoggerSettings): Logger {
  return pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: serializeError, error: serializeError },
      hooks: { logMethod: withheldMessage },
      redact: { paths: CENSORED_PATHS, censor: '[withheld]' },
    },
    destination ?? pino.destination({ fd: 1, sync: true }),
  );
}
