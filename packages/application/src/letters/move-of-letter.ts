// The move of the case that goes out with a letter. A letter that is sent again (the first one never arrived) decides
// nothing anew: the decision stands.
import type { Actor } from '@jieban/domain/access/permissions';
import { isAmong, relationsOf, type Mover } from '@jieban/domain/complaint/taken-by';
import type { MoveInput } from '@jieban/domain/complaint/transition-facts';
import { TRANSITIONS } from '@jieban/domain/complaint/transitions';
import { hasFallenThrough, moveOfIssue } from '@jieban/domain/letters/letter-delivery';
import { DRAFTED_BY } from '@jieban/domain/letters/letter-roles';
import { LETTER_KIND_FACTS } from '@jieban/domain/letters/letter-kinds';
import { foldClock } from '@jieban/domain/clock/fold-clock';
import type { TakenMove } from '../case/apply-move';
import type { LockedCase } from '../case/case-store';
import type { ClockRules } from '../clock/clock-rules';
import type { Stores } from '../unit-of-work';
import { LetterRefused } from './letter-errors';
import type { CaseOfLetter, StoredLetter } from './letter-store';

interface IssueGround {
  readonly actor: Actor;
  readonly locked: LockedCase;
  readonly found: CaseOfLetter;
  readonly letter: StoredLetter;
  readonly now: Date;
}

/** Null: the letter moves nothing. @throws LetterRefused when it waits for a decision that is another's. */
export async function moveToTake(
  rules: ClockRules,
  stores: Pick<Stores, 'cases' | 'clocks' | 'letters'>,
  ground: IssueGround,
): Promise<TakenMove | null> {
  const { letter, locked, found, actor, now } = ground;
  const { entries } = letter;
  if (entries.kind === 'extension') {
    await expectGranted(rules, stores, letter, entries.extensionDays);
    return null;
  }
  const receiver = entries.kind === 'transfer' ? entries.receiver : null;
  const toUnit = receiver?.unitId ?? null;
  const isBelow = toUnit !== null && found.unitIdsBelow.includes(toUnit);
  const move = moveOfIssue(letter.kind, isBelow);
  const mover: Mover = { actor, relations: relationsOf(actor, locked.ownership) };
  if (move === null) return null;
  if (await decisionStands(stores, ground)) {
    if (!TRANSITIONS.some((row) => row.move === move && isAmong(row.takenBy, mover)))
      throw new LetterRefused(letter.id, 'not-this-officer', '这份文书应由作出决定的部门重新发出');
    return null;
  }
  const isAccused = toUnit !== null && (await stores.cases.isAccused(locked.id, toUnit, null));
  const input: MoveInput = {
    // The words of the decision stand in the letter, which is sealed; the history names the letter.
    reason: `见${LETTER_KIND_FACTS[letter.kind].name}`,
    letter: { kind: letter.kind, isSignedOff: true, proof: null },
    ...(receiver === null ? {} : { receiver: { unitId: toUnit, isAccused } }),
    ...(entries.kind === 'supplement' && entries.respondBy !== null ? { supplementDueOn: entries.respondBy } : {}),
  };
  const about = { move, mover, input, letter: { id: letter.id, at: now } };
  return isBelow ? { ...about, handTo: { unitId: toUnit, handlerId: null } } : about;
}

async function decisionStands(stores: Pick<Stores, 'letters'>, { letter, locked }: IssueGround): Promise<boolean> {
  switch (letter.kind) {
    case 'acceptance':
      return locked.standing.isAccepted;
    case 'rejection':
      return locked.state === 'rejected';
    case 'supplement':
      return locked.state === 'supplement';
    case 'transfer': {
      const others = await stores.letters.listOf(letter.complaintId);
      const wasSent = others.some(({ kind, state, issuedAt }) => {
        return kind === 'transfer' && issuedAt !== null && hasFallenThrough(state);
      });
      return locked.state === 'transferred' || (wasSent && locked.state !== 'registered');
    }
    case 'reply':
    case 'extension':
    case 'dispatch-slip':
    case 'urging':
    case 'supervision':
      return false;
  }
}

async function expectGranted(
  { calendars }: ClockRules,
  { clocks }: Pick<Stores, 'clocks'>,
  letter: StoredLetter,
  days: number,
): Promise<void> {
  const clock = (await clocks.read(letter.complaintId)).find(({ kind }) => kind === 'substantive');
  if (clock !== undefined && foldClock('substantive', clock.events, calendars).extensionDays === days) return;
  throw new LetterRefused(letter.id, 'decision-outstanding', '延期还没有按此天数批准,不能发出延期告知书');
}

/** Of an internal paper, which moves nothing: whoever may write it. */
export function mayIssuePaper({ actor, letter }: Pick<IssueGround, 'actor' | 'letter'>): boolean {
  return DRAFTED_BY[letter.kind].includes(actor.role) || actor.role === 'bureau_leader';
}
