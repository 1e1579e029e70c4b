import type { ComplaintState } from '@jieban/domain/complaint/vocabulary';
import { complaintStateSchema } from '@jieban/contracts/api/primitives';

export interface CaseListSearch {
  /** A case number or its beginning. */
  readonly number?: string;
  readonly state?: ComplaintState;
}

export function parseCaseListSearch(search: Record<string, unknown>): CaseListSearch {
  // The router reads a bare run of digits in the address as a number.
  const given = typeof search['number'] === 'number' ? String(search['number']) : search['number'];
  const number = typeof given === 'string' ? given.trim().slice(0, 40) : '';
  const state = complaintStateSchema.safeParse(search['state']).data;
  return { ...(number === '' ? {} : { number }), ...(state === undefined ? {} : { state }) };
}
