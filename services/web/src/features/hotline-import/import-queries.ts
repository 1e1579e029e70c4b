import { hotlineImportListSchema, hotlineImportSchema, type HotlineImport } from '@jieban/contracts/api/intake';
import { API, pathTo } from '@jieban/contracts/api/routes';
import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../../api/request';

const POLL_MILLISECONDS = 1000;

export function isUnderWay(item: HotlineImport): boolean {
  return item.state === 'waiting' || item.state === 'running';
}

/** Rows that have a verdict so far. */
export function rowsDone(item: HotlineImport): number {
  return item.rowsNew + item.rowsChanged + item.rowsUnchanged + item.rowsRejected;
}

export const importListQuery = queryOptions({
  queryKey: ['hotline-imports'],
  queryFn: ({ signal }) => requestJson(API.hotlineImports, hotlineImportListSchema, { signal }),
});

/** Asked again each second while it runs, and no more once it is done. */
export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['hotline-imports', id],
    queryFn: ({ signal }) => requestJson(pathTo(API.hotlineImport, { id }), hotlineImportSchema, { signal }),
    refetchInterval: (query) =>
      query.state.data === undefined || isUnderWay(query.state.data) ? POLL_MILLISECONDS : false,
  });
}

/** The answer names the import; how it goes is asked for afterwards. */
export async function uploadImport(file: File, dryRun: boolean, idempotencyKey: string): Promise<string> {
  const body = new FormData();
  // Before the file: the server reads the parts as they arrive.
  body.append('dryRun', String(dryRun));
  body.append('file', file);
  const { id } = await requestJson(API.hotlineImports, hotlineImportSchema.pick({ id: true }), {
    method: 'POST',
    body,
    idempotencyKey,
  });
  return id;
}
