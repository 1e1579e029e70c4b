// Finds whom a complaint names as accused, so that they can be shut out of it before anyone has read it.
import type { UnitId, UserId } from '../complaint/vocabulary';

export interface KnownUnit {
  readonly id: UnitId;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Null for the bureau itself. */
  readonly parentId: UnitId | null;
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
 * or alias occurs in them and every officer whose full name does. Names of one character never match; a name that is
 * only part of a longer one (市民政局 in 市民政局养老服务科) does not count beside it.
 * The bureau itself (a unit without parent) is kept in words only: recused, it would take everybody below it along,
 * and a case that nobody may see is a lost case.
 * Otherwise rather too many than too few: a person lifts a wrong recusal, but nobody can take back a look.
 */
export function matchAccused(
  text: string,
  chosenUnit: UnitId | null,
  units: readonly KnownUnit[],
  people: readonly KnownPerson[],
): AccusedParty[] {
  const words = foldName(text);
  const occurring = units.flatMap((unit) =>
    [unit.name, ...unit.aliases]
      .map(foldName)
      .filter((name) => name.length >= 2 && words.includes(name))
      .map((name) => ({ unit, name })),
  );
  const isPartOfLonger = (name: string) =>
    occurring.some(
      (other) => other.name.length > name.length && other.name.includes(name) && !standsAlone(words, name, other.name),
    );
  const named = new Set(occurring.filter(({ name }) => !isPartOfLonger(name)).map(({ unit }) => unit.id));

  const parties: AccusedParty[] = [];
  for (const unit of units) {
    if (unit.parentId !== null && (unit.id === chosenUnit || named.has(unit.id)))
      parties.push({ text: unit.name, unitId: unit.id, userId: null });
  }
  for (const person of people) {
    const name = foldName(person.displayName);
    if (name.length >= 2 && words.includes(name))
      parties.push({ text: person.displayName, unitId: null, userId: person.id });
  }
  if (text.trim() !== '' && !parties.some((party) => party.text === text.trim()))
    parties.unshift({ text: text.trim(), unitId: null, userId: null });
  return parties;
}

/** Full-width and half-width, with and without blanks, is the same name. */
export function foldName(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** Whether `name` also occurs outside every occurrence of `longer`. */
function standsAlone(words: string, name: string, longer: string): boolean {
  return words.replaceAll(longer, '\u0000').includes(name);
}
