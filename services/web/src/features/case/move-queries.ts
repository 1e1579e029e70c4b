import { offeredMovesSchema, unitPeopleSchema } from '@jieban/contracts/api/moves';
import { API, pathTo } from '@jieban/contracts/api/routes';
import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../../api/request';

/** Under the key of the case, so that whatever changes the case asks anew. */
export function movesQuery(complaintId: string) {
  return queryOptions({
    queryKey: ['case', complaintId, 'moves'],
    queryFn: ({ signal }) =>
      requestJson(pathTo(API.complaintMoves, { id: complaintId }), offeredMovesSchema, { signal }),
  });
}

export function unitPeopleQuery(unitId: string | undefined) {
  return queryOptions({
    queryKey: ['unit-people', unitId],
    queryFn: ({ signal }) => requestJson(pathTo(API.unitPeople, { id: unitId ?? '' }), unitPeopleSchema, { signal }),
    enabled: unitId !== undefined,
    staleTime: 60_000,
  });
}
