// The paper of an order for one case (催办/督办通知书), from what was stored when it was issued: read again years later,
// it says the same.
import type { Channel, ClockKind, UnitId } from '../complaint/vocabulary';
import type { WorkingCalendar } from '../deadline/working-calendar';
import { renderLetter } from '../letters/render-letter';
import type { LetterDocument } from '../letters/letter-document';
import type { LetterFields } from '../letters/letter-fields';
import { civilDateOf, type CivilDate } from '../time/civil-date';
import type { OrderKind } from './order-kinds';

export interface OrderPaper {
  readonly kind: OrderKind;
  readonly number: string | null;
  readonly issuedOn: CivilDate;
  /** Why; a line each. Empty for an urging, whose reason is the passed day. */
  readonly reason: string;
  /** What is asked for; a line each. */
  readonly instruction: string;
  readonly case: {
    readonly number: string;
    readonly channel: Channel;
    readonly receivedAt: Date;
    /** The unit at the time of the order. */
    readonly unit: { readonly id: UnitId; readonly name: string };
    /** What an urging is about. */
    readonly urged: { readonly kind: ClockKind; readonly dueOn: CivilDate } | null;
    readonly answerBy: CivilDate;
  };
}

export interface Letterhead {
  readonly organ: string;
  readonly phone: string;
}

/** Says nothing of the matter itself: the paper goes round an office, and its number leads whoever may to the case. */
const NEUTRAL_SUBJECT = '投诉举报';

export function orderLetterFields(
  paper: OrderPaper,
  letterhead: Letterhead,
  calendar: WorkingCalendar,
): LetterFields<OrderKind> {
  const { number, issuedOn, case: about } = paper;
  const common = {
    documentNumber: number,
    caseNumber: about.number,
    receivedOn: civilDateOf(about.receivedAt),
    receivedThrough: about.channel,
    subject: NEUTRAL_SUBJECT,
    organ: letterhead.organ,
    phone: letterhead.phone,
    issuedOn,
    receiver: { name: about.unit.name, unitId: about.unit.id },
    requirements: lines(paper.instruction),
    answerBy: about.answerBy,
  };
  if (paper.kind === 'supervision') return { ...common, reasons: lines(paper.reason) };
  const urged = about.urged ?? { kind: 'substantive', dueOn: issuedOn };
  return {
    ...common,
    clock: urged.kind,
    dueOn: urged.dueOn,
    overdueWorkingDays: calendar.workingDaysUntil(urged.dueOn, issuedOn),
  };
}

export function renderOrderLetter(
  paper: OrderPaper,
  letterhead: Letterhead,
  calendar: WorkingCalendar,
): LetterDocument {
  return renderLetter(paper.kind, orderLetterFields(paper, letterhead, calendar));
}

function lines(text: string): string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
