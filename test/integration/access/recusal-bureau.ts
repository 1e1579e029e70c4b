// A bureau in which every role sits three times where it is shut out — in the accused unit, in the unit below it, and
// as the accused person — and twice where it is not: above the accused unit, and beside the accused person.
import { matchAccused } from '@jieban/domain/access/match-accused';
import type { AccusedParty } from '@jieban/domain/access/match-accused';
import { API, pathTo } from '@jieban/contracts/api/routes';
import { readDirectory } from '@jieban/db/people-store';
import { newId } from '@jieban/runtime/ids';
import { key, NOW, type ApiUnderTest, type Json } from '../api-harness';
import { addOfficerOfEachRole, type Officer } from './officers-of-roles';
import { plantCases, type PlantedCase } from './planted-cases';
import { plantLetters } from './planted-letters';
import { plantOrders } from './planted-orders';
import { writeUpload } from './upload';

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨';
const ALIAS = '东城民政';

export interface ShutOut {
  readonly inAccusedUnit: readonly Officer[];
  readonly belowAccusedUnit: readonly Officer[];
  readonly accusedThemselves: readonly Officer[];
}

export interface RecusalBureau {
  readonly shutOut: ShutOut;
  readonly everybodyShutOut: readonly Officer[];
  /** In the unit above the accused one; they reach every case. */
  readonly above: readonly Officer[];
  /** In the unit of the accused persons, and not accused. */
  readonly colleagues: readonly Officer[];
  /** As `matchAccused` found them in the words of a caller. */
  readonly parties: readonly AccusedParty[];
  /** Cases that accuse nobody, where the officers who are shut out of others may see them. */
  readonly open: readonly PlantedCase[];
  readonly accusedWords: string;
}

export async function buildRecusalBureau(api: ApiUnderTest): Promise<RecusalBureau> {
  const { east, eastElderly, elderly } = api.units;
  await api.connection.sql`update unit set aliases = array[${ALIAS}] where id = ${east}`;
  const shutOut = {
    inAccusedUnit: await addOfficerOfEachRole(api, 'east', 'east'),
    belowAccusedUnit: await addOfficerOfEachRole(api, 'eastElderly', 'below'),
    accusedThemselves: await addOfficerOfEachRole(
      api,
      'elderly',
      'accused',
      (_, at) => `${SURNAMES.charAt(at) || '吕'}建国`,
    ),
  };
  // A blank inside a name, a full-width one in front of it: so it is written down while somebody talks.
  const names = shutOut.accusedThemselves.map(
    ({ displayName }) => `${displayName.slice(0, 1)} ${displayName.slice(1)}`,
  );
  const accusedWords = `${ALIAS}的人，还有\u3000${names.join('、')}`;
  const { units, people } = await readDirectory(api.connection.db);
  return {
    shutOut,
    everybodyShutOut: Object.values(shutOut).flat(),
    above: await addOfficerOfEachRole(api, 'bureau', 'above'),
    colleagues: await addOfficerOfEachRole(api, 'elderly', 'beside', (role) => `同事${role}`),
    parties: matchAccused(accusedWords, null, units, people),
    open: await plantCases(api, [
      { handlingUnitId: eastElderly, accused: [], receivedAt: NOW, withMail: true },
      { handlingUnitId: elderly, accused: [], receivedAt: NOW, withMail: true },
    ]),
    accusedWords,
  };
}

/** One from each door and in each hand: dispatched to the accused unit's own section, to the accused persons' unit. */
export async function plantAccusingCases(api: ApiUnderTest, bureau: RecusalBureau): Promise<PlantedCase[]> {
  const { eastElderly, elderly, office } = api.units;
  const shared = { accused: bureau.parties, receivedAt: NOW };
  const planted = await plantCases(api, [
    { ...shared, handlingUnitId: eastElderly, withMail: true, hotlineDueAt: new Date('2024-05-17T17:00:00+08:00') },
    { ...shared, handlingUnitId: elderly, withMail: true },
    { ...shared, handlingUnitId: office, withMail: false },
  ]);
  const accusedHandler = bureau.shutOut.accusedThemselves.find(({ role }) => role === 'handler');
  await api.connection.sql`
    update complaint set handler_id = ${accusedHandler?.id ?? null} where id = ${planted[1]?.id ?? ''}`;
  return [...planted, await logAccusingCall(api, bureau)];
}

/** Through the telephone form of the office, and then given to the unit in which the accused persons work. */
async function logAccusingCall(api: ApiUnderTest, bureau: RecusalBureau): Promise<PlantedCase> {
  const office = await api.signIn('intake');
  const subject = '来电反映柳园敬老院克扣伙食费';
  const callerPhone = '13611112222';
  const call = {
    clientId: newId(),
    subject,
    content: '来电人称伙食费被克扣。',
    callerPhone,
    accusedText: bureau.accusedWords,
    calledAt: NOW.toISOString(),
  };
  const { complaintId: id, number } = (
    await office.send('POST', API.phoneRecords, call, key(newId()))
  ).json<Json>() as {
    complaintId: string;
    number: string;
  };
  const url = pathTo(API.complaintAssignment, { id });
  const given = await office.send('PUT', url, { unitId: api.units.elderly }, key(newId()));
  if (given.statusCode >= 300) throw new Error(`The call could not be given to the section: ${given.body}`);
  await plantOrders(api, [id]);
  await plantLetters(api, [id]);
  const scanName = '来电人补交的伙食费收据.pdf';
  const { body, headers } = writeUpload(scanName, `%PDF-1.7 ${scanName}`);
  const handedOver = await office.send('POST', pathTo(API.complaintAttachments, { id }), body, {
    ...headers,
    ...key(newId()),
  });
  if (handedOver.statusCode >= 300) throw new Error(`The receipt could not be added: ${handedOver.body}`);
  return { id, number, subject, callerPhone, intakeItemId: null, mailPhrase: '来电人称伙食费被克扣', scanName };
}
