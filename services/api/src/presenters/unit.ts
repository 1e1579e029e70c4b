import type { UnitList } from '@jieban/contracts/api/intake';
import type { listUnits } from '@jieban/db/people-store';

type StoredUnit = Awaited<ReturnType<typeof listUnits>>[number];

export function presentUnit({ id, code, name, kind, parentId }: StoredUnit): UnitList['items'][number] {
  return { id, code, name, kind, parentId };
}
