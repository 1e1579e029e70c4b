// A reply with its proof: who, when, what was said (DOMAIN §8.4). Told by telephone and signed by whoever told it, it is a
// letter that has been delivered, so it goes the way of letters: it is the acceptance, or the final reply that closes.
import { mayDo, refusalReason, type Actor } from '@jieban/domain/access/permissions';
import type { Move } from '@jieban/domain/complaint/moves';
import { relationsOf } from '@jieban/domain/complaint/taken-by';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { LetterKind } from '@jieban/domain/letters/letter-kinds';
import type { ClockRules } from '../clock/clock-rules';
import type { Stores, UnitOfWork } from '../unit-of-work';
import { applyMove } from './apply-move';
import { ActionRefused, CaseNotFound } from './case-errors';
import type { LockedCase } from './case-store';

export interface ReplyRecord {
  readonly clock: 'procedural' | 'substantive';
  /** When the complainant was told; this instant meets the clock, not the moment of typing. */
  readonly repliedAt: Date;
  readonly statement: string;
}

export interface RecordReplyDeps {
  readonly unitOfWork: UnitOfWork;
  readonly clockRules: ClockRules;
  readonly newId: () => string;
}

interface Recording {
  readonly actor: Actor;
  readonly recordId: string;
  readonly reply: ReplyRecord;
  readonly now: Date;
}

/**
 * Records the reply. A procedural one is the acceptance, unless that was decided before and only had to be told. The
 * substantive one is the final reply and closes the case; it also meets a procedural clock and a hotline limit that are
 * still open, because the final answer says more than the acknowledgement would have (DOMAIN §1.2, step 6).
 * @throws CaseNotFound, TransitionRefused, ActionRefused
 */
export async function recordReply(
  deps: RecordReplyDeps,
  actor: Actor,
  id: ComplaintId,
  reply: ReplyRecord,
  now: Date,
): Promise<void> {
  if (!mayDo(actor.role, 'case.reply'))
    throw new ActionRefused(`Role ${actor.role} may not record a reply.`, refusalReason('case.reply'));
  await deps.unitOfWork.transaction(async (stores) => {
    const found = await lockCase(stores, actor, id);
    refuseImpossible(found, reply, now);
    const recordId = deps.newId();
    await stores.history.append([
      {
        complaintId: id,
        type: 'reply.recorded',
        at: reply.repliedAt,
        recordedAt: now,
        actorId: actor.userId,
        data: { clock: reply.clock, recordId, statement: reply.statement },
      },
    ]);
    const recording = { actor, recordId, reply, now };
    if (reply.clock === 'procedural') {
      await take(deps, stores, found, recording, found.standing.isAccepted ? 'letter_proven' : 'accept', 'acceptance');
      return;
    }
    await take(deps, stores, found, recording, 'reply', 'reply');
    await take(deps, stores, await lockCase(stores, actor, id), recording, 'close', null);
  });
}

async function lockCase(stores: Stores, actor: Actor, id: ComplaintId): Promise<LockedCase> {
  const found = await stores.cases.lock(actor, id);
  if (found === null) throw new CaseNotFound(id);
  return found;
}

function refuseImpossible({ id, receivedAt, clocks }: LockedCase, { clock, repliedAt }: ReplyRecord, now: Date): void {
  if (repliedAt > now)
    throw new ActionRefused(`The reply to ${id} is dated later than now.`, '答复时间晚于现在,请检查');
  if (repliedAt < receivedAt)
    throw new ActionRefused(`The reply to ${id} is dated before its receipt.`, '答复时间早于收到时间,请检查');
  const isOpen = clocks.some(({ kind, status }) => kind === clock && (status === 'running' || status === 'paused'));
  if (!isOpen)
    throw new ActionRefused(`The ${clock} clock of ${id} is met already.`, '这一项期限已经完成,不需要再次登记答复');
}

async function take(
  { clockRules }: RecordReplyDeps,
  stores: Stores,
  found: LockedCase,
  { actor, recordId, reply, now }: Recording,
  move: Move,
  kind: LetterKind | null,
): Promise<void> {
  // Telling that a case was accepted is signed by whoever told it; what was found out, by somebody else beforehand.
  const isSignedOff = kind !== 'reply' || (found.standing.draft?.approvedBy ?? null) !== null;
  const about =
    kind === null
      ? { input: {} }
      : {
          input: { letter: { kind, isSignedOff, proof: 'phone-reply' as const } },
          letter: { id: recordId, at: reply.repliedAt },
        };
  const mover = { actor, relations: relationsOf(actor, found.ownership) };
  await applyMove(clockRules, stores, found, { move, mover, ...about }, now);
}
