// What an officer can do with a case now, what each move still asks to be filled in, and why everything else cannot be
// done. Asked with an empty form: whatever only the form could bring does not stand against a move.
import type { Actor } from '@jieban/domain/access/permissions';
import { checkTransition } from '@jieban/domain/complaint/check-transition';
import type { MoveField } from '@jieban/domain/complaint/move-fields';
import { MOVE_NAMES, MOVES, type Move } from '@jieban/domain/complaint/moves';
import type { Requirement } from '@jieban/domain/complaint/requirements';
import { STATE_NAMES } from '@jieban/domain/complaint/states';
import { refusalWords } from '@jieban/domain/complaint/transition-refused';
import { findTransition, TRANSITIONS } from '@jieban/domain/complaint/transitions';
import type { ComplaintId, ComplaintState } from '@jieban/domain/complaint/vocabulary';
import { civilDateOf } from '@jieban/domain/time/civil-date';
import { LETTER_KIND_FACTS } from '@jieban/domain/letters/letter-kinds';
import type { ClockRules } from '../clock/clock-rules';
import type { UnitOfWork } from '../unit-of-work';
import { CaseNotFound } from './case-errors';
import type { CaseRequest } from './case-request-store';
import type { StoredStanding } from './case-store';
import { judgeStanding, readClockStates } from './judge-standing';
import { prepareMove } from './move-request';

export interface OfferedMove {
  readonly move: Move;
  readonly name: string;
  /** To be filled in, in this order. */
  readonly needs: readonly MoveField[];
  readonly mayHave: readonly MoveField[];
}

export interface OfferedMoves {
  readonly complaintId: ComplaintId;
  readonly state: ComplaintState;
  readonly standing: StoredStanding;
  readonly requests: readonly CaseRequest[];
  readonly open: readonly OfferedMove[];
  readonly closed: readonly { readonly move: Move; readonly name: string; readonly reason: string }[];
}

const FIELD_OF: Readonly<Partial<Record<Requirement, MoveField>>> = {
  reason: 'reason',
  plan: 'plan',
  'review-day': 'reviewOn',
  'complainant-told': 'toldComplainant',
  receiver: 'unitId',
  'no-interest': 'declaresNoInterest',
  'main-case': 'mainCaseNumber',
  'inner-due-day': 'innerDueOn',
  'draft-reply': 'draft',
};
const ALSO_NEEDS: Readonly<Partial<Record<Move, readonly MoveField[]>>> = { ask_extension: ['days'] };
const MAY_HAVE: Readonly<Partial<Record<Move, readonly MoveField[]>>> = {
  dispatch: ['handlerId'],
  reassign: ['handlerId'],
  designate: ['handlerId'],
  receive_supplement: ['suppliedOn'],
  record_visit: ['reason'],
};
/** What programs observe and what letters bring about is done on the letter, not here. */
const ON_THE_LETTER: readonly Move[] = ['letter_proven', 'letter_bounced', 'reply_proven', 'reply_bounced'];

/** @throws CaseNotFound */
export async function offerMoves(
  deps: { readonly unitOfWork: UnitOfWork; readonly clockRules: ClockRules },
  actor: Actor,
  id: ComplaintId,
  now: Date,
): Promise<OfferedMoves> {
  return deps.unitOfWork.transaction(async (stores) => {
    const found = await stores.cases.find(actor, id);
    if (found === null) throw new CaseNotFound(id);
    const { calendars, calendar } = deps.clockRules;
    const standing = judgeStanding(found, await readClockStates(stores.clocks, id, calendars), now);
    const requests = await stores.caseRequests.waiting(id);
    const open: OfferedMove[] = [];
    const closed: { move: Move; name: string; reason: string }[] = [];
    for (const move of MOVES) {
      const name = MOVE_NAMES[move];
      const { taken } = await prepareMove(stores, actor, found, move, {}, null, requests);
      const facts = { today: civilDateOf(now), calendar, mover: taken.mover, standing, input: taken.input };
      const offered = judge(found.state, move, checkTransition(found.state, move, facts));
      if (typeof offered === 'string') closed.push({ move, name, reason: offered });
      else open.push({ move, name, needs: offered, mayHave: MAY_HAVE[move] ?? [] });
    }
    return { complaintId: id, state: found.state, standing: found.standing, requests, open, closed };
  });
}

/** The fields to fill in, or why the move cannot be taken. */
function judge(
  state: ComplaintState,
  move: Move,
  verdict: ReturnType<typeof checkTransition>,
): readonly MoveField[] | string {
  const also = ALSO_NEEDS[move] ?? [];
  if (ON_THE_LETTER.includes(move)) return '在文书的送达记录中登记';
  if (verdict.allowed) return also;
  const { refusal, allowedMoves } = verdict.error;
  if (refusal.kind === 'not-from-here') return `须在${statesOf(move)}状态下`;
  if (refusal.kind === 'not-this-officer') return refusalWords(refusal, allowedMoves);
  const letter = findTransition(state, move)?.letter;
  if (letter !== undefined && move !== 'grant_extension')
    return `通过发出${letter.kinds.map((kind) => LETTER_KIND_FACTS[kind].name).join('、')}办理`;
  if (refusal.kind === 'letter') return refusal.words;
  const missing = refusal.unfulfilled.filter((requirement) => FIELD_OF[requirement] === undefined);
  if (missing.length > 0) return refusalWords({ kind: 'unfulfilled', unfulfilled: missing }, allowedMoves);
  return [...refusal.unfulfilled.flatMap((requirement) => fieldOf(move, requirement)), ...also];
}

function fieldOf(move: Move, requirement: Requirement): readonly MoveField[] {
  if (move === 'assign_handler' && requirement === 'receiver') return ['handlerId'];
  const field = FIELD_OF[requirement];
  return field === undefined ? [] : [field];
}

function statesOf(move: Move): string {
  const states = TRANSITIONS.filter((row) => row.move === move).flatMap(({ from }) => from);
  return states.map((state) => `“${STATE_NAMES[state]}”`).join('、');
}
