// What stands against an order on a case, all of it at once, in words for the supervisor.
import { isOpenState, STATE_NAMES } from '../complaint/states';
import type { ClockKind, ComplaintState } from '../complaint/vocabulary';
import type { CivilDate } from '../time/civil-date';
import type { OrderKind } from './order-kinds';

export interface OpenDueDay {
  readonly kind: ClockKind;
  readonly dueOn: CivilDate;
  readonly dueAt: Date;
}

export interface CaseToOrder {
  readonly state: ComplaintState;
  /** Clocks that run: neither met nor ended. */
  readonly open: readonly OpenDueDay[];
  /** The handling unit, or one above it, is accused by the case. */
  readonly isUnitAccused: boolean;
}

/** The running clock that has been overdue longest; it is what an urging is about. */
export function overdueClockOf({ open }: Pick<CaseToOrder, 'open'>, now: Date): OpenDueDay | null {
  return earliest(open.filter(({ dueAt }) => dueAt.getTime() <= now.getTime()));
}

/** The earliest due day still ahead: the unit answers before it. */
export function nextClockOf({ open }: Pick<CaseToOrder, 'open'>, now: Date): OpenDueDay | null {
  return earliest(open.filter(({ dueAt }) => dueAt.getTime() > now.getTime()));
}

/** Chinese sentences; empty when the order may be issued. */
export function issueProblems(kind: OrderKind, found: CaseToOrder, now: Date): string[] {
  const problems: string[] = [];
  if (!isOpenState(found.state)) problems.push(`案件${STATE_NAMES[found.state]},不需要再督促`);
  // An order goes to the unit in the case's name, and the accused must not hear of the case from us (信访工作条例30(3)).
  if (found.isUnitAccused) problems.push('承办单位是被反映单位,请先改派');
  if (kind === 'urging' && overdueClockOf(found, now) === null) problems.push('没有超期的时限,不能催办,可以督办');
  return problems;
}

/** The words of an order go to every unit on it, also to one that another of its cases accuses. */
export function namesACase(words: string): boolean {
  return /[A-Za-z]{2,6}\s*-\s*\d{4}\s*-\s*\d{6,}/u.test(words.normalize('NFKC'));
}

function earliest(clocks: readonly OpenDueDay[]): OpenDueDay | null {
  return [...clocks].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0] ?? null;
}
