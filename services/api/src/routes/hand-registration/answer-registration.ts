// What the pages of the registration desk share: the directory that an accusation is matched against, and the answer.
import { CaseNotFound } from '@jieban/application/case/case-errors';
import type { RegisterByHandDeps } from '@jieban/application/register-by-hand/register-by-hand';
import type { RegisteredByHand } from '@jieban/contracts/api/told';
import { readOwnRegistration } from '@jieban/db/own-registration';
import { readDirectory } from '@jieban/db/people-store';
import type { ComplaintId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { ApiContext } from '../../api-context';
import { fieldsInvalid } from '../../request-refused';

type Needs = Pick<ApiContext, 'connection' | 'unitOfWork' | 'registrationSettings'>;

/** Runs `register` and says what to tell the complainant. @throws RequestRefused for a unit that does not exist */
export async function answerRegistration(
  { connection, unitOfWork, registrationSettings }: Needs,
  officerId: UserId,
  accusedUnitId: string | null,
  register: (deps: RegisterByHandDeps, accusedUnitId: UnitId | null) => Promise<ComplaintId>,
): Promise<RegisteredByHand> {
  const directory = await readDirectory(connection.db);
  // An unknown unit must not pass quietly: the recusal that it stands for would be lost.
  if (accusedUnitId !== null && !directory.units.some(({ id }) => id === accusedUnitId))
    throw fieldsInvalid([{ field: 'accusedUnitId', message: '没有这个单位,请重新选择被反映单位' }]);
  const registration = await registrationSettings();
  const deps = { unitOfWork, registration, directory: () => Promise.resolve(directory) };
  const id = await register(deps, accusedUnitId as UnitId | null);
  const registered = await readOwnRegistration(connection.db, officerId, id);
  if (registered === null) throw new CaseNotFound(id);
  const { number, proceduralDueOn, substantiveDueOn, provisional } = registered;
  return { complaintId: id, number, proceduralDueOn, substantiveDueOn, provisional };
}
