// What an officer fills in for a move, and what the state machine is told of it.
import type { Actor } from '@jieban/domain/access/permissions';
import type { Move } from '@jieban/domain/complaint/moves';
import { relationsOf } from '@jieban/domain/complaint/taken-by';
import type { MoveInput } from '@jieban/domain/complaint/transition-facts';
import type { UnitId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { CivilDate } from '@jieban/domain/time/civil-date';
import type { Stores } from '../unit-of-work';
import type { TakenMove } from './apply-move';
import type { CaseRequest, CaseRequestKind } from './case-request-store';
import type { LockedCase } from './case-store';

export interface MoveRequest {
  readonly reason?: string | undefined;
  readonly plan?: string | undefined;
  readonly reviewOn?: CivilDate | undefined;
  readonly toldComplainant?: string | undefined;
  readonly unitId?: UnitId | undefined;
  readonly handlerId?: UserId | undefined;
  readonly declaresNoInterest?: boolean | undefined;
  /** The first case that this one is merged into. */
  readonly mainCaseNumber?: string | undefined;
  readonly innerDueOn?: CivilDate | undefined;
  readonly suppliedOn?: CivilDate | undefined;
  /** Of an extension. */
  readonly days?: number | undefined;
  /** The final reply, to be reviewed. */
  readonly draft?: string | undefined;
}

/** Which request a move makes, or decides. */
export const ASKS: Readonly<Partial<Record<Move, CaseRequestKind>>> = {
  ask_extension: 'extension',
  ask_suspension: 'suspension',
  ask_joint: 'joint',
};
export const DECIDES: Readonly<Partial<Record<Move, CaseRequestKind>>> = {
  grant_extension: 'extension',
  refuse_extension: 'extension',
  suspend: 'suspension',
  grant_joint: 'joint',
};
const HANDS_OVER: readonly Move[] = ['dispatch', 'reassign', 'designate'];

export interface PreparedMove {
  readonly taken: TakenMove;
  /** The request that the move decides; undefined when none waits, or none is needed. */
  readonly decides: CaseRequest | undefined;
  /** All that wait on this case. */
  readonly waiting: readonly CaseRequest[];
}

export async function prepareMove(
  stores: Pick<Stores, 'cases'>,
  actor: Actor,
  found: LockedCase,
  move: Move,
  request: MoveRequest,
  mainCase: LockedCase | null,
  waiting: readonly CaseRequest[],
): Promise<PreparedMove> {
  const decides = waiting.find(({ kind }) => kind === DECIDES[move]);
  const receiver = receiverOf(move, request, found, decides);
  const isAccused = receiver !== null && (await stores.cases.isAccused(found.id, receiver.unitId, receiver.handlerId));
  const requestedBy = askedBy(move, found, decides);
  const input: MoveInput = {
    ...given('reason', move === 'refuse_extension' ? request.reason : (request.reason ?? decides?.reason)),
    ...given('plan', request.plan ?? decides?.plan ?? undefined),
    ...given('reviewOn', request.reviewOn ?? decides?.reviewOn ?? undefined),
    ...given('toldComplainant', request.toldComplainant),
    ...(receiver === null ? {} : { receiver: { unitId: receiver.unitId, isAccused } }),
    ...given('declaresNoInterest', request.declaresNoInterest),
    ...given('requestedBy', requestedBy ?? undefined),
    ...(mainCase === null ? {} : { mainCase: { id: mainCase.id, state: mainCase.state } }),
    ...given('innerDueOn', request.innerDueOn),
    hasDraftReply: (request.draft ?? '').trim() !== '',
    // The leader who grants it signs the notice; what the complainant is sent says no more than the decision.
    ...(move === 'grant_extension' ? { letter: { kind: 'extension', isSignedOff: true, proof: null } } : {}),
  };
  const handsOver = receiver !== null && (HANDS_OVER.includes(move) || move === 'assign_handler');
  return {
    taken: {
      move,
      mover: { actor, relations: relationsOf(actor, found.ownership) },
      input,
      ...(handsOver ? { handTo: receiver } : {}),
      ...given('suppliedOn', request.suppliedOn),
      ...given('draft', move === 'submit' ? request.draft : undefined),
      ...(receiver !== null && !handsOver ? { facts: { unitId: receiver.unitId } } : {}),
    },
    decides,
    waiting,
  };
}

function receiverOf(
  move: Move,
  {
    unitId,
    handlerId = null,
  }: { readonly unitId?: UnitId | undefined; readonly handlerId?: UserId | null | undefined },
  found: LockedCase,
  decides: CaseRequest | undefined,
): NonNullable<TakenMove['handTo']> | null {
  if (move === 'assign_handler') return handlerId === null ? null : { unitId: found.handlingUnitId, handlerId };
  if (HANDS_OVER.includes(move)) return unitId === undefined ? null : { unitId, handlerId };
  if (move !== 'ask_joint' && move !== 'grant_joint') return null;
  const helper = unitId ?? decides?.unitId ?? null;
  return helper === null ? null : { unitId: helper, handlerId: null };
}

/** Who asked for what this move approves; nobody approves what they asked for or wrote themselves. */
function askedBy(move: Move, { standing }: LockedCase, decides: CaseRequest | undefined): UserId | null {
  if (move === 'deem_abandoned') return standing.supplementAskedBy;
  if (move === 'approve') return standing.draft?.submittedBy ?? null;
  return decides?.requestedBy ?? null;
}

function given<K extends string, V>(name: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [P in K]: V });
}
