// The board's filters live in the address: it can be shared, and the back button undoes a filter.
import { boardFilterSchema, type BoardFilter } from '@jieban/contracts/api/board';

export type BoardSearch = BoardFilter;

/** A filter that is not understood is dropped, not refused: an old link still opens the board. */
export function parseBoardSearch(search: Record<string, unknown>): BoardSearch {
  const { shape } = boardFilterSchema;
  const unitId = shape.unitId.safeParse(search['unitId']).data;
  const channel = shape.channel.safeParse(search['channel']).data;
  const clock = shape.clock.safeParse(search['clock']).data;
  const light = shape.light.safeParse(search['light']).data;
  return {
    ...(unitId === undefined ? {} : { unitId }),
    ...(channel === undefined ? {} : { channel }),
    ...(clock === undefined ? {} : { clock }),
    ...(light === undefined ? {} : { light }),
  };
}

/** Sets one filter, or takes it away with `undefined`; what is taken away also leaves the address. */
export function withFilter<K extends keyof BoardSearch>(
  search: BoardSearch,
  name: K,
  value: BoardSearch[K] | undefined,
): BoardSearch {
  return parseBoardSearch({ ...search, [name]: value });
}

export function hasFilter(search: BoardSearch): boolean {
  return Object.values(search).some((value) => value !== undefined);
}

/** What the counts are of: every filter except the light, because they are what the light is chosen from. */
export function countedSearch(search: BoardSearch): BoardSearch {
  return withFilter(search, 'light', undefined);
}
