// Made-up urgings and supervision orders for the pretend server.
import type { OrderCase, OrderDetail, OrderSummary } from '@jieban/contracts/api/supervision';
import { mayDo } from '@jieban/domain/access/permissions';
import type { Role } from '@jieban/domain/complaint/vocabulary';
import { PUBLISHED_CALENDAR } from '@jieban/domain/deadline/published-calendar';
import { letterText } from '@jieban/domain/letters/letter-text';
import { ORDER_STATES, orderMovesFrom, type OrderState } from '@jieban/domain/supervision/order-moves';
import { orderNumber, type OrderKind } from '@jieban/domain/supervision/order-kinds';
import { renderOrderLetter } from '@jieban/domain/supervision/order-letter';
import { addDays, civilDateOf } from '@jieban/domain/time/civil-date';
import type { UnitId } from '@jieban/domain/complaint/vocabulary';
import { CASES, ago, uuid } from './mock-data';

const TODAY = civilDateOf(new Date());
const permission = (allowed: boolean) => ({ allowed, reason: allowed ? null : '现在不需要您处理' });

function lineOf(n: number, state: OrderState, kind: OrderKind, number: string, role: string): OrderCase {
  const found = CASES[n];
  if (found === undefined) throw new Error('The pretend server has fewer cases than orders.');
  const answerBy = addDays(TODAY, state === 'sent_back' ? 2 : -1);
  const moves = orderMovesFrom(state);
  const hasAnswer = state !== 'open';
  const paper = {
    kind,
    number,
    issuedOn: addDays(TODAY, -3),
    reason: '经催办仍未办结',
    instruction: '由单位负责人签字后报送\n逐项说明办理情况',
    case: {
      number: found.number,
      channel: found.channel,
      receivedAt: new Date(found.receivedAt),
      unit: { id: found.handlingUnit.id as UnitId, name: found.handlingUnit.name },
      urged: kind === 'urging' ? { kind: 'procedural' as const, dueOn: addDays(TODAY, -6) } : null,
      answerBy,
    },
  };
  return {
    complaintId: found.id,
    number: found.number,
    subject: found.subject,
    unit: found.handlingUnit,
    urged: kind === 'urging' ? { clock: 'procedural', dueOn: addDays(TODAY, -6) } : null,
    answerBy,
    state,
    isOverdue: state === 'open',
    answer: hasAnswer ? '已约谈该公墓负责人,要求本周内公示价目,并退还多收费用。' : null,
    answeredBy: hasAnswer ? { id: uuid(3), displayName: '周立民' } : null,
    answeredAt: hasAnswer ? ago(1) : null,
    review: state === 'sent_back' ? '没有说明超期原因' : null,
    reviewedAt: state === 'sent_back' ? ago(0, 3) : null,
    letter: letterText(renderOrderLetter(paper, { organ: '某市民政局', phone: '0000-0000000' }, PUBLISHED_CALENDAR)),
    actions: {
      answer: permission(mayDo(role as Role, 'supervision.answer') && moves.includes('answer')),
      review: permission(mayDo(role as Role, 'supervision.review') && moves.includes('accept')),
    },
  };
}

function orderOf(n: number, role: string): OrderDetail {
  const kind = n % 3 === 1 ? 'supervision' : 'urging';
  const number = orderNumber(kind, 2026, n + 1);
  const states = ORDER_STATES.slice(n % 3, (n % 3) + 1 + (n % 4));
  return {
    id: uuid(700 + n),
    kind,
    number,
    issuedBy: { id: uuid(2), displayName: '王督办' },
    issuedAt: ago(3 + n),
    reason: kind === 'supervision' ? '经催办仍未办结' : '',
    instruction: '由单位负责人签字后报送\n逐项说明办理情况',
    cases: states.map((state, i) => lineOf(n * 4 + i, state, kind, number, role)),
  };
}

export function mockOrder(id: string, role: string): OrderDetail {
  return orderOf(Number(id.slice(-2)) % 12, role);
}

export function mockOrders(query: URLSearchParams): { items: OrderSummary[]; nextCursor: null } {
  const items = Array.from({ length: 12 }, (_, n) => orderOf(n, 'auditor')).map((order) => summaryOf(order));
  const state = query.get('state') as OrderState | null;
  return {
    items: items
      .filter((item) => state === null || item.states[state] > 0)
      .filter((item) => query.get('overdue') !== 'true' || item.overdue > 0)
      .filter((item) => item.number.startsWith(query.get('number') ?? '')),
    nextCursor: null,
  };
}

function summaryOf({ id, kind, number, issuedBy, issuedAt, instruction, cases }: OrderDetail): OrderSummary {
  const count = (state: OrderState) => cases.filter((line) => line.state === state).length;
  return {
    id,
    kind,
    number,
    issuedBy,
    issuedAt,
    instruction,
    units: [...new Map(cases.map(({ unit }) => [unit.id, unit])).values()],
    caseNumbers: cases.map((line) => line.number),
    states: {
      open: count('open'),
      answered: count('answered'),
      accepted: count('accepted'),
      sent_back: count('sent_back'),
    },
    overdue: cases.filter(({ isOverdue }) => isOverdue).length,
    answerBy: cases.find(({ state }) => state === 'open' || state === 'sent_back')?.answerBy ?? null,
  };
}
