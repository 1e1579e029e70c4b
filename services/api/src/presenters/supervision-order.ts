import type { OrderCase, OrderDetail, OrderSummary } from '@jieban/contracts/api/supervision';
import type { OrderCaseLine, OrderLine } from '@jieban/db/supervision-queries';
import { mayDo, refusalReason, type Action, type Actor } from '@jieban/domain/access/permissions';
import type { WorkingCalendar } from '@jieban/domain/deadline/working-calendar';
import { letterText } from '@jieban/domain/letters/letter-text';
import { renderOrderLetter, type Letterhead } from '@jieban/domain/supervision/order-letter';
import {
  isAnsweringUnit,
  ORDER_STATE_NAMES,
  ORDER_STATES,
  orderMovesFrom,
  owesAnswer,
  type OrderMove,
} from '@jieban/domain/supervision/order-moves';
import { civilDateOf } from '@jieban/domain/time/civil-date';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';

export function presentOrderSummary(order: OrderLine): OrderSummary {
  const { cases } = order;
  const owed = cases.filter(({ state }) => owesAnswer(state)).map(({ answerBy }) => answerBy);
  const counted = ORDER_STATES.map((state) => [state, cases.filter((line) => line.state === state).length] as const);
  return {
    ...head(order),
    instruction: order.instruction,
    units: [...new Map(cases.map(({ unit }) => [unit.id, unit])).values()],
    caseNumbers: cases.map(({ number }) => number),
    states: Object.fromEntries(counted) as OrderSummary['states'],
    overdue: cases.filter(({ isOverdue }) => isOverdue).length,
    answerBy: owed.sort()[0] ?? null,
  };
}

export function presentOrder(
  order: OrderLine,
  actor: Actor,
  letterhead: Letterhead,
  calendar: WorkingCalendar,
): OrderDetail {
  return {
    ...head(order),
    reason: order.reason,
    instruction: order.instruction,
    cases: order.cases.map((line) => ({
      ...presentLine(line, actor),
      letter: letterText(renderOrderLetter(paperOf(order, line), letterhead, calendar)),
    })),
  };
}

function head({ id, kind, number, issuedBy, issuedAt }: OrderLine) {
  return { id, kind, number, issuedBy, issuedAt: formatShanghaiInstant(issuedAt) };
}

function presentLine(line: OrderCaseLine, actor: Actor): Omit<OrderCase, 'letter'> {
  const { urged } = line;
  return {
    complaintId: line.complaintId,
    number: line.number,
    subject: line.subject,
    unit: line.unit,
    urged: urged === null ? null : { clock: urged.kind, dueOn: urged.dueOn },
    answerBy: line.answerBy,
    state: line.state,
    isOverdue: line.isOverdue,
    answer: line.answer,
    answeredBy: line.answeredBy,
    answeredAt: instantText(line.answeredAt),
    review: line.review,
    reviewedAt: instantText(line.reviewedAt),
    actions: {
      answer: isAnsweringUnit(actor, line.handlingUnitId)
        ? permission(actor, 'supervision.answer', line, 'answer')
        : { allowed: false, reason: '应由现在的承办单位反馈' },
      review: permission(actor, 'supervision.review', line, 'accept'),
    },
  };
}

function permission(actor: Actor, action: Action, { state }: OrderCaseLine, move: OrderMove) {
  if (!mayDo(actor.role, action)) return { allowed: false, reason: refusalReason(action) };
  return orderMovesFrom(state).includes(move)
    ? { allowed: true, reason: null }
    : { allowed: false, reason: `此件${ORDER_STATE_NAMES[state]}` };
}

/** The paper says what it said when it was issued: the unit and the day of then. */
function paperOf(order: OrderLine, line: OrderCaseLine) {
  return {
    kind: order.kind,
    number: order.number,
    issuedOn: civilDateOf(order.issuedAt),
    reason: order.reason,
    instruction: order.instruction,
    case: {
      number: line.number,
      channel: line.channel,
      receivedAt: line.receivedAt,
      unit: line.unit,
      urged: line.urged,
      answerBy: line.firstAnswerBy,
    },
  };
}

const instantText = (at: Date | null): string | null => (at === null ? null : formatShanghaiInstant(at));
