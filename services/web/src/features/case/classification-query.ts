import { classificationSchema, similarCasesSchema } from '@jieban/contracts/api/classification';
import { API, pathTo } from '@jieban/contracts/api/routes';
import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../../api/request';

export function classificationQuery(id: string) {
  return queryOptions({
    queryKey: ['case', id, 'classification'],
    queryFn: ({ signal }) => requestJson(pathTo(API.complaintClassification, { id }), classificationSchema, { signal }),
  });
}

export function similarCasesQuery(id: string) {
  return queryOptions({
    queryKey: ['case', id, 'similar'],
    queryFn: ({ signal }) => requestJson(pathTo(API.complaintSimilar, { id }), similarCasesSchema, { signal }),
  });
}
