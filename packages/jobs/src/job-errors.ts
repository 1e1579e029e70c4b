// Errors of the queue. Each has a stable `code`; messages carry job names and ids, never payloads.

export type JobErrorCode =
  | 'job.key-invalid'
  | 'job.payload-invalid'
  | 'job.unknown'
  | 'job.handlers-missing'
  | 'job.schedule-invalid'
  | 'job.not-found'
  | 'job.not-failed'
  | 'job.permanent'
  | 'jobs.unreachable';

export class JobError extends Error {
  readonly code: JobErrorCode;

  constructor(code: JobErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'JobError';
    this.code = code;
  }
}

/**
 * Thrown by a handler to say that trying again cannot help (the row is gone, the address is refused for good).
 * The job is kept as failed at once instead of using up its attempts.
 */
export class PermanentJobFailure extends JobError {
  constructor(message: string, options?: ErrorOptions) {
    super('job.permanent', message, options);
    this.name = 'PermanentJobFailure';
  }
}
