import { accusedOfCaseSchema, interestsOfCaseSchema } from '@jieban/contracts/api/recusal';
import { API, pathTo } from '@jieban/contracts/api/routes';
import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../../api/request';

// Under the key of the case, so that whatever renews the case renews these.
export function accusedQuery(id: string) {
  return queryOptions({
    queryKey: ['case', id, 'accused'],
    queryFn: ({ signal }) => requestJson(pathTo(API.complaintAccused, { id }), accusedOfCaseSchema, { signal }),
  });
}

export function interestsQuery(id: string) {
  return queryOptions({
    queryKey: ['case', id, 'interests'],
    queryFn: ({ signal }) => requestJson(pathTo(API.complaintInterests, { id }), interestsOfCaseSchema, { signal }),
  });
}
