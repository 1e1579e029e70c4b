// What this package asks of a logger. Structural, so that pino fits and a test can hand in three functions.
export interface JobsLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
