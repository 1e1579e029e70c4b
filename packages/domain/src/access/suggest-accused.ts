// Whom the text of a case may accuse. A person decides (confirm or turn down); until then a strong suggestion keeps the
// case from the unit that it names. How far that goes: docs/adr-0003-recusal-decided-by-people.md.
import type { UnitId, UserId } from '../complaint/vocabulary';
import { foldName, matchAccused, type KnownPerson, type KnownUnit } from './match-accused';
import { isShutOut, type UnitTree } from './unit-tree';

/** An officer as the directory knows them: the unit is where a case would meet them. */
export interface KnownOfficer extends KnownPerson {
  readonly unitId: UnitId;
}

export interface Directory {
  readonly units: readonly KnownUnit[];
  readonly people: readonly KnownOfficer[];
}

/** Unit or person, never both. */
export interface PartyRef {
  readonly unitId: UnitId | null;
  readonly userId: UserId | null;
}

export interface AccusedSuggestion extends PartyRef {
  /** As the directory writes it. */
  readonly name: string;
  /** The word of the text that caused the suggestion: the name or an alias. */
  readonly words: string;
  readonly isStrong: boolean;
  /** The unit itself, or the one in which the person works. */
  readonly atUnitId: UnitId;
}

/** What every bureau has, and what a letter to us is headed with: named by such a word, nobody is named. */
const GENERIC_NAMES: ReadonlySet<string> = new Set([
  '市民政局',
  '区民政局',
  '县民政局',
  '民政部门',
  '民政系统',
  '综合办公室',
  '局办公室',
  '政府办公室',
  '信访办公室',
  '行政审批科',
  '政策法规科',
  '人事教育科',
  '计划财务科',
]);
/** Shorter unit names (办公室, 养老科) occur in every town. */
const STRONG_UNIT_NAME = 4;
/** Two characters are a name as well, but also part of others; a title behind them says that an officer is meant. */
const STRONG_PERSON_NAME = 3;
const TITLES = '副?(科长|股长|处长|局长|主任|所长|队长|站长|书记|组长|科员|同志|干部)';

/** Strong ones first, in the order of the directory. `known`: whom the case accuses already, and whom somebody judged. */
export function suggestAccused(
  text: string,
  { units, people }: Directory,
  known: readonly PartyRef[],
): readonly AccusedSuggestion[] {
  const words = foldName(text);
  const isKnown = (party: PartyRef) =>
    known.some((each) =>
      party.unitId === null ? each.userId !== null && each.userId === party.userId : each.unitId === party.unitId,
    );
  const suggestions: AccusedSuggestion[] = [];
  for (const party of matchAccused(text, null, units, people)) {
    if (isKnown(party)) continue;
    const unit = party.unitId === null ? undefined : units.find(({ id }) => id === party.unitId);
    const person = party.userId === null ? undefined : people.find(({ id }) => id === party.userId);
    if (unit !== undefined) suggestions.push(suggestUnit(words, unit));
    else if (person !== undefined) suggestions.push(suggestPerson(words, person));
  }
  return [...suggestions.filter(({ isStrong }) => isStrong), ...suggestions.filter(({ isStrong }) => !isStrong)];
}

/** The strong suggestions that stand between the case and this unit or handler: theirs, or of a unit above. */
export function suspectedAmong(
  suggestions: readonly AccusedSuggestion[],
  tree: UnitTree,
  to: { readonly unitId: UnitId; readonly userId: UserId | null },
): readonly AccusedSuggestion[] {
  return suggestions.filter(
    ({ isStrong, userId, unitId, atUnitId }) =>
      isStrong &&
      ((userId !== null && userId === to.userId) ||
        // A section's people read what their own unit handles; what names the section says nothing of the unit above.
        isShutOut(tree, to.unitId, new Set([unitId ?? atUnitId]))),
  );
}

function suggestUnit(words: string, unit: KnownUnit): AccusedSuggestion {
  const [longest = foldName(unit.name)] = [unit.name, ...unit.aliases]
    .map(foldName)
    .filter((name) => name.length >= 2 && words.includes(name))
    .sort((a, b) => b.length - a.length);
  const isStrong = longest.length >= STRONG_UNIT_NAME && !GENERIC_NAMES.has(longest);
  return { unitId: unit.id, userId: null, name: unit.name, words: longest, isStrong, atUnitId: unit.id };
}

function suggestPerson(words: string, { id, displayName, unitId }: KnownOfficer): AccusedSuggestion {
  const name = foldName(displayName);
  const isStrong = name.length >= STRONG_PERSON_NAME || hasTitleBehind(words, name);
  return { unitId: null, userId: id, name: displayName, words: name, isStrong, atUnitId: unitId };
}

function hasTitleBehind(words: string, name: string): boolean {
  const title = new RegExp(`^${TITLES}`);
  for (let at = words.indexOf(name); at !== -1; at = words.indexOf(name, at + 1)) {
    if (title.test(words.slice(at + name.length))) return true;
  }
  return false;
}
