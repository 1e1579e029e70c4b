// A letter came back (退信). The credit that its sending gave is taken back: whoever never got a letter was told nothing
// (DOMAIN §8.4).
import { foldClock } from '@jieban/domain/clock/fold-clock';
import type { MetEvent } from '@jieban/domain/clock/clock-events';
import { effectsOfLetter } from '@jieban/domain/complaint/letter-effects';
import { TransitionRefused } from '@jieban/domain/complaint/transition-refused';
import { CLOCK_KINDS, type ClockKind, type ComplaintId, type IntakeItemId } from '@jieban/domain/complaint/vocabulary';
import { moveWhenBounced } from '@jieban/domain/letters/letter-delivery';
import { applyMove, type LetterOfTakenMove } from '../case/apply-move';
import type { LetterMailDeps, LetterMailStores } from './settle-letter-mail';
import type { StoredLetter } from './letter-store';
import { tellStaff } from './tell-staff';

export interface LetterBounce {
  /** The mails of ours that the bounce names. */
  readonly mailIds: readonly string[];
  readonly intakeItemId: IntakeItemId;
  readonly at: Date;
  /** What the server said, for the officer. */
  readonly statement: string;
}

/** Nothing happens for a bounce that is about no letter, or about one that has come back already. */
export async function takeBackLetter(
  deps: LetterMailDeps,
  stores: LetterMailStores,
  complaintId: ComplaintId,
  bounce: LetterBounce,
  now: Date,
): Promise<void> {
  for (const mailId of bounce.mailIds) {
    const carried = await stores.letters.letterOfMail(mailId);
    if (carried?.complaintId === complaintId) await takeBack(deps, stores, complaintId, carried.letterId, bounce, now);
  }
}

async function takeBack(
  deps: LetterMailDeps,
  stores: LetterMailStores,
  complaintId: ComplaintId,
  letterId: string,
  { intakeItemId, at, statement }: LetterBounce,
  now: Date,
): Promise<void> {
  const locked = await stores.cases.lockForProgram(complaintId);
  const letter = await stores.letters.find(complaintId, letterId);
  if (locked === null || letter === null) return;
  const report = { id: deps.newId(), letterId, complaintId, kind: 'bounce', at, recordedBy: null } as const;
  const isNew = await stores.letters.addProof({ ...report, intakeItemId, statement }, now);
  if (!isNew || !(await restsOnTheMail(stores, letter))) return;

  const { state } = letter;
  await stores.letters.settle(letter, 'bounced', at);
  await stores.history.append([
    {
      complaintId,
      type: 'letter.bounced',
      at,
      recordedAt: now,
      actorId: null,
      data: { letterId, letter: letter.kind, intakeItemId },
    },
  ]);
  const move = moveWhenBounced(letter.kind);
  if (move !== null && state === 'delivered') {
    const about: LetterOfTakenMove = {
      id: letterId,
      at,
      lostBecause: 'bounced',
      stillProvenBy: await otherProofs(deps, stores, letter),
    };
    const input = { letter: { kind: letter.kind, isSignedOff: true, proof: null } };
    await applyMove(deps.rules, stores, locked, { move, mover: 'system', input, letter: about }, now).catch(
      (error: unknown) => {
        // An archived case stays as it is; that its letter came back is on record all the same.
        if (!(error instanceof TransitionRefused)) throw error;
      },
    );
  }
  await tellStaff(deps, stores, locked, letter, 'letter-bounced', now);
}

/** One that was read out or posted since does not rest on the mail any more. */
async function restsOnTheMail({ letters }: LetterMailStores, letter: StoredLetter): Promise<boolean> {
  if (letter.state === 'issued') return true;
  if (letter.state !== 'delivered') return false;
  const proofs = (await letters.proofsOf(letter.complaintId)).filter(
    ({ letterId, kind }) => letterId === letter.id && kind !== 'bounce',
  );
  return proofs.at(-1)?.kind === 'letter';
}

/** Other letters of the case that arrived keep the clocks met which they meet themselves, each by its own instant. */
async function otherProofs(
  { rules }: LetterMailDeps,
  { letters, clocks }: LetterMailStores,
  bounced: StoredLetter,
): Promise<NonNullable<LetterOfTakenMove['stillProvenBy']>> {
  const stored = await letters.listOf(bounced.complaintId);
  const delivered = new Map(
    stored.filter(({ id, state }) => id !== bounced.id && state === 'delivered').map((each) => [each.id, each]),
  );
  const proofs = await letters.proofsOf(bounced.complaintId);
  const histories = await clocks.read(bounced.complaintId);
  const found: Partial<Record<ClockKind, Omit<MetEvent, 'type'>>> = {};
  for (const clock of CLOCK_KINDS) {
    const history = histories.find(({ kind }) => kind === clock);
    if (history === undefined) continue;
    // What was answered before a case was opened again does not answer it now.
    const { countedFrom } = foldClock(clock, history.events, rules.calendars);
    for (const { letterId, kind, at } of proofs) {
      const letter = delivered.get(letterId);
      if (letter === undefined || kind === 'bounce' || at < countedFrom) continue;
      if (effectsOfLetter(letter.kind)[clock] !== 'met') continue;
      found[clock] ??= { at, by: { kind, id: letterId } };
    }
  }
  return found;
}
