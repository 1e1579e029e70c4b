// Job ids. BullMQ refuses a `:` (its own separator) and a bare integer (it would look like one of its own).
import type { JobName } from '@jieban/contracts/jobs/job-payloads';
import { JobError } from './job-errors';

const KEY = /^[A-Za-z0-9.-]+$/;

/** Id of the job that `key` stands for: the same name and key twice is the same job. */
export function composeJobId(name: JobName, key: string): string {
  if (!KEY.test(key)) {
    throw new JobError(
      'job.key-invalid',
      `The key of a ${name} job may hold only letters, digits, "-" and "."; build it from the row's id.`,
    );
  }
  return `${name}_${key}`;
}

/**
 * As `composeJobId`, for rows written by another release: any text becomes a valid id, and different texts stay
 * different (neither `_` nor the `=` of an escape is in the alphabet).
 */
export function composeForeignJobId(name: string, key: string): string {
  return `${escapeText(name)}_${escapeText(key)}`;
}

/** Recurring work has its name as its id, and an id exists once: that is what keeps it from overlapping itself. */
export function recurringJobId(name: JobName): string {
  return name;
}

function escapeText(text: string): string {
  return text.replace(/[^A-Za-z0-9.-]/gu, (character) => `=${(character.codePointAt(0) ?? 0).toString(16)}=`);
}
