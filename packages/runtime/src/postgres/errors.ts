// Why the embedded Postgres did not start, in words for whoever typed `npm start`: Chinese first, then English.

export type EmbeddedPostgresErrorCode =
  | 'postgres.folder-unreachable'
  | 'postgres.other-version'
  | 'postgres.port-taken'
  | 'postgres.data-folder-in-use'
  | 'postgres.wrong-password'
  | 'postgres.unresponsive'
  | 'postgres.no-system-user'
  | 'postgres.no-binaries'
  | 'postgres.start-failed'
  | 'postgres.died';

export class EmbeddedPostgresError extends Error {
  readonly code: EmbeddedPostgresErrorCode;
  constructor(code: EmbeddedPostgresErrorCode, chinese: string, english: string, cause?: unknown) {
    super(`${chinese} ${english}`, cause === undefined ? {} : { cause });
    this.name = 'EmbeddedPostgresError';
    this.code = code;
  }
}
