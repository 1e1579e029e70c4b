import { intakeListSchema } from '@jieban/contracts/api/intake';
import { API } from '@jieban/contracts/api/routes';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { requestJson } from '../../api/request';
import type { IntakeSearch } from './intake-search';

export const INTAKE_LIMIT = 200;

export function intakeQuery(search: IntakeSearch) {
  return queryOptions({
    queryKey: ['intake', search],
    queryFn: ({ signal }) =>
      requestJson(API.intakeItems, intakeListSchema, { query: { ...search, limit: INTAKE_LIMIT }, signal }),
    placeholderData: keepPreviousData,
    meta: { live: true },
  });
}
