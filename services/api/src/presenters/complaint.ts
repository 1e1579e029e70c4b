import type { ComplaintDetail, ComplaintSummary } from '@jieban/contracts/api/complaint';
import type { Identity } from '@jieban/application/register/registration-store';
import type { AccusedLine, CaseFacts, CaseLine, HistoryLine } from '@jieban/db/case-queries';
import { mayDo, refusalReason, type Action } from '@jieban/domain/access/permissions';
import type { Role } from '@jieban/domain/complaint/vocabulary';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';
import { presentComplainant } from './complainant';
import { presentHistoryEvent } from './history';

export interface CaseParts {
  readonly facts: CaseFacts;
  readonly accused: readonly AccusedLine[];
  readonly clocks: ComplaintDetail['clocks'];
  readonly history: readonly HistoryLine[];
  readonly identity: Identity;
}

export function presentComplaint(
  { facts, accused, clocks, history, identity }: CaseParts,
  role: Role,
): ComplaintDetail {
  const reveals = history.filter(({ type }) => type === 'identity.revealed').length;
  return {
    id: facts.id,
    number: facts.number,
    channel: facts.channel,
    state: facts.state,
    subject: facts.subject,
    content: facts.content,
    demand: facts.demand,
    accused: accused.map(({ text, unit }) => ({ text, unit })),
    place: facts.place,
    category: facts.category,
    handlingUnit: facts.unit,
    handler: facts.handler,
    receivedAt: formatShanghaiInstant(facts.receivedAt),
    registeredAt: formatShanghaiInstant(facts.registeredAt),
    registeredBy: facts.registeredBy,
    externalNumber: facts.externalNumber,
    complainant: presentComplainant(facts, identity, reveals),
    clocks,
    history: history.map(presentHistoryEvent),
    hasOriginalMail: facts.hasOriginalMail,
    actions: {
      recordReply: presentReplyAction(role, clocks),
      revealIdentity: presentAction(role, 'case.reveal_identity'),
      assign: presentAction(role, 'case.assign'),
    },
  };
}

export function presentComplaintSummary(line: CaseLine): ComplaintSummary {
  return {
    id: line.id,
    number: line.number,
    channel: line.channel,
    state: line.state,
    subject: line.subject,
    handlingUnit: line.unit,
    receivedAt: formatShanghaiInstant(line.receivedAt),
  };
}

function presentAction(role: Role, action: Action) {
  return mayDo(role, action) ? { allowed: true, reason: null } : { allowed: false, reason: refusalReason(action) };
}

function presentReplyAction(role: Role, clocks: ComplaintDetail['clocks']) {
  const byRole = presentAction(role, 'case.reply');
  const isOpen = clocks.some(({ kind, status }) => kind !== 'hotline' && (status === 'running' || status === 'paused'));
  return byRole.allowed && !isOpen ? { allowed: false, reason: '程序性答复和实体办理都已经完成' } : byRole;
}
