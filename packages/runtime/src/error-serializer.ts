// What of an error may stand in a log. Database drivers repeat the values of a failed statement in message, detail and
// parameters, and those values are names and telephone numbers (invariant I6).

export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly code?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly cause?: LoggedError;
}

/** Drizzle writes `Failed query: … params: …` to its end; Postgres quotes the offending value at the end of its message. */
function withoutValues(message: string): string {
  return message
    .replace(/\nparams:[\s\S]*$/, '\nparams: [withheld]')
    .replace(/(: |=)"[^"]*"/g, '$1"[withheld]"')
    .replace(/\(([^()]*)\)=\([^)]*\)/g, '($1)=([withheld])');
}

/** A stack begins with its message, and a message may hold lines that look like frames: only what follows it is kept. */
export function framesOf({ stack = '', message }: Error): string {
  const at = stack.indexOf(message);
  const frames = at < 0 ? stack : stack.slice(at + message.length);
  return frames
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

export function serializeError(error: unknown): LoggedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'A value that is no Error was thrown.', stack: '' };
  const detail = error as Error & { code?: unknown; table_name?: unknown; constraint_name?: unknown };
  const message = withoutValues(error.message);
  return {
    type: error.name,
    message,
    stack: `${error.name}: ${message}\n${framesOf(error)}`,
    ...(typeof detail.code === 'string' ? { code: detail.code } : {}),
    ...(typeof detail.table_name === 'string' ? { table: detail.table_name } : {}),
    ...(typeof detail.constraint_name === 'string' ? { constraint: detail.constraint_name } : {}),
    ...(error.cause instanceof Error ? { cause: serializeError(error.cause) } : {}),
  };
}
