import type { HistoryEventView } from '@jieban/contracts/api/complaint';
import type { HistoryType } from '@jieban/application/register/history-store';
import type { HistoryLine } from '@jieban/db/case-queries';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';

/** Which facts of an event leave; an event of a newer release shows its type and time only. */
const SHOWN: Readonly<Record<HistoryType, readonly string[]>> = {
  'attachment.added': ['position', 'mediaType', 'size'],
  'classification.confirmed': ['version', 'complaintKind', 'problem', 'otherProblems', 'section', 'district'],
  'case.absorbed': ['fromId'],
  'case.moved': [
    'move',
    'from',
    'to',
    'reason',
    'plan',
    'reviewOn',
    'toldComplainant',
    'innerDueOn',
    'supplementDueOn',
    'unitId',
    'handlerId',
    'letter',
    'mainCaseId',
    'days',
  ],
  'accused.named': ['unitId'],
  'accused.turned_down': ['unitId'],
  'accused.withdrawn': ['unitId'],
  'interest.decided': ['decision'],
  'interest.declared': [],
  'clock.limit_changed': ['clock', 'fromDueOn', 'dueOn', 'importId'],
  'clock.redated': ['clock', 'fromDueOn', 'dueOn', 'calendarVersion', 'fromCalendarVersion', 'provisional'],
  'complaint.registered': ['number', 'channel', 'receivedAt', 'clocks'],
  'complaint.assigned': ['unitId', 'handlerId'],
  'correspondence.received': ['intakeItemId', 'kind'],
  'escalation.fired': ['clock', 'dueOn', 'rung', 'superseded'],
  'hotline.order_changed': ['importId', 'row'],
  'identity.revealed': ['reason'],
  'letter.bounced': ['letter', 'letterId'],
  'letter.delivered': ['letter', 'letterId', 'proof'],
  'letter.drafted': ['letter', 'letterId'],
  'letter.failed': ['letter', 'letterId'],
  'letter.issued': ['letter', 'letterId', 'by', 'number', 'textSha256'],
  'letter.signatures_dropped': ['letter', 'letterId', 'steps'],
  'letter.signed': ['letter', 'letterId', 'step', 'textSha256'],
  'receipt.failed': [],
  'receipt.sent': [],
  'receipt.withheld': ['reason'],
  'supervision.accepted': ['order', 'number', 'reason'],
  'supervision.answered': ['order', 'number', 'statement'],
  'supervision.issued': ['order', 'number', 'unitId', 'answerBy'],
  'supervision.overdue': ['order', 'number', 'answerBy'],
  'supervision.sent_back': ['order', 'number', 'reason', 'answerBy'],
  'reply.recorded': ['clock', 'met', 'statement'],
};

export function presentHistoryEvent(line: HistoryLine): HistoryEventView {
  const shown = Object.hasOwn(SHOWN, line.type) ? SHOWN[line.type as HistoryType] : [];
  return {
    seq: line.seq,
    type: line.type,
    at: formatShanghaiInstant(line.at),
    recordedAt: formatShanghaiInstant(line.recordedAt),
    actor: line.actor,
    data: Object.fromEntries(Object.entries(line.data).filter(([fact]) => shown.includes(fact))),
  };
}
