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

/** Drizzle writes `Failed query: … params: …`; Postgres quotes the offending value at the end of its message. */
function withoutValues(text: string): string {
  return text
    .replace(/\nparams:[\s\S]*?(?=\n\s+at |$)/, '\nparams: [withheld]')
    .replace(/(: |=)"[^"]*"/g, '$1"[withheld]"')
    .replace(/\(([^()]*)\)=\([^)]*\)/g, '($1)=([withheld])');
}

export function serializeError(error: unknown): LoggedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'A value that is no Error was thrown.', stack: '' };
  const detail = error as Error & { code?: unknown; table_name?: unknown; constraint_name?: unknown };
  return {
    type: error.name,
    message: withoutValues(error.message),
    stack: withoutValues(error.stack ?? ''),
    ...(typeof detail.code === 'string' ? { code: detail.code } : {}),
    ...(typeof detail.table_name === 'string' ? { table: detail.table_name } : {}),
    ...(typeof detail.constraint_name === 'string' ? { constraint: detail.constraint_name } : {}),
    ...(error.cause instanceof Error ? { cause: serializeError(error.cause) } : {}),
  };
}
