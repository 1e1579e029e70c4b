import { findUserById, listUnits } from '@jieban/db/people-store';
import type { ApiContext } from '../../api-context';
import { fieldsInvalid } from '../../request-refused';

/** The handler must work in the unit: elsewhere they would hold a case that their scope does not let them see. */
export async function refuseUnlessAssignable(
  { db }: ApiContext['connection'],
  unitId: string | undefined,
  handlerId: string | null | undefined,
): Promise<void> {
  if (unitId !== undefined && !(await listUnits(db)).some(({ id }) => id === unitId))
    throw fieldsInvalid([{ field: 'unitId', message: '没有这个单位,请重新选择' }]);
  if (handlerId === null || handlerId === undefined) return;
  if ((await findUserById(db, handlerId))?.unitId !== unitId)
    throw fieldsInvalid([{ field: 'handlerId', message: '承办人不在这个单位,请重新选择' }]);
}
