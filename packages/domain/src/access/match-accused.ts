// Finds whom a complaint names as accused, so that they can be shut out of it before anyone has read it.
import type { UnitId, UserId } from '../complaint/vocabulary';

export interface KnownUnit {
  readonly id: UnitId;
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface KnownPerson {
  readonly id: UserId;
  readonly displayName: string;
}

export interface AccusedParty {
  readonly text: string;
  readonly unitId: UnitId | null;
  readonly userId: UserId | null;
}

/**
 * The parties that `text` (the "who is accused" field) names: the words themselves, then every known unit whose name
 * or alias occurs in them and every officer whose full name does. Names of one character never match.
 * Rather too many than too few: a person lifts a wrong recusal, but nobody can take back a look.
 */
export function matchAccused(
  text: string,
  chosenUnit: UnitId | null,
  units: readonly KnownUnit[],
  people: readonly KnownPerson[],
): AccusedParty[] {
  const words = text.normalize('NFKC').replace(/\s+/g, '');
  const occurs = (name: string) => name.length >= 2 && words.includes(name.normalize('NFKC').replace(/\s+/g, ''));
  const parties: AccusedParty[] = [];
  for (const unit of units) {
    if (unit.id === chosenUnit || [unit.name, ...unit.aliases].some(occurs))
      parties.push({ text: unit.name, unitId: unit.id, userId: null });
  }
  for (const person of people) {
    if (occurs(person.displayName)) parties.push({ text: person.displayName, unitId: null, userId: person.id });
  }
  if (text.trim() !== '' && !parties.some((party) => party.text === text.trim()))
    parties.unshift({ text: text.trim(), unitId: null, userId: null });
  return parties;
}
