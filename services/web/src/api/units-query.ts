// The units of the bureau, for filters and for naming who is complained about. They change rarely.
import { unitListSchema } from '@jieban/contracts/api/intake';
import { API } from '@jieban/contracts/api/routes';
import { queryOptions } from '@tanstack/react-query';
import { requestJson } from './request';

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: ({ signal }) => requestJson(API.units, unitListSchema, { signal }),
  staleTime: 10 * 60_000,
});
