// Events of the case history in words. The list of types is open: a newer server may write one that this page does
// not know, and it is then shown by its code rather than hidden.
import {
  COMPLAINT_KIND_NAMES,
  DISTRICT_NAMES,
  PROBLEM_CATEGORY_NAMES,
  SECTION_NAMES,
} from '@jieban/domain/classification/class-codes';
import { MOVES } from '@jieban/domain/complaint/moves';
import { CHANNELS, CLOCK_KINDS, COMPLAINT_STATES, MAIL_KINDS } from '@jieban/domain/complaint/vocabulary';
import { isLetterKind, LETTER_KIND_FACTS } from '@jieban/domain/letters/letter-kinds';
import type { TFunction } from 'i18next';
import { mailKindText } from './mail-kind-text';

export const HISTORY_LABELS = {
  'clock.limit_changed': 'history.clockLimitChanged',
  'clock.redated': 'history.clockRedated',
  'attachment.added': 'history.attachmentAdded',
  'case.absorbed': 'history.caseAbsorbed',
  'case.moved': 'history.caseMoved',
  'accused.named': 'history.accusedNamed',
  'accused.turned_down': 'history.accusedTurnedDown',
  'accused.withdrawn': 'history.accusedWithdrawn',
  'interest.decided': 'history.interestDecided',
  'interest.declared': 'history.interestDeclared',
  'classification.confirmed': 'history.classificationConfirmed',
  'complaint.registered': 'history.complaintRegistered',
  'complaint.assigned': 'history.complaintAssigned',
  'escalation.fired': 'history.escalationFired',
  'escalation.superseded': 'history.escalationSuperseded',
  'correspondence.received': 'history.correspondenceReceived',
  'letter.drafted': 'history.letterDrafted',
  'letter.signed': 'history.letterSigned',
  'letter.signatures_dropped': 'history.letterSignaturesDropped',
  'letter.issued': 'history.letterIssued',
  'letter.delivered': 'history.letterDelivered',
  'letter.failed': 'history.letterFailed',
  'letter.bounced': 'history.letterBounced',
  'receipt.sent': 'history.receiptSent',
  'receipt.failed': 'history.receiptFailed',
  'receipt.withheld': 'history.receiptWithheld',
  'reply.recorded': 'history.replyRecorded',
  'supervision.issued': 'history.supervisionIssued',
  'supervision.answered': 'history.supervisionAnswered',
  'supervision.accepted': 'history.supervisionAccepted',
  'supervision.sent_back': 'history.supervisionSentBack',
  'supervision.overdue': 'history.supervisionOverdue',
  'identity.revealed': 'history.identityRevealed',
  'hotline.order_changed': 'history.hotlineOrderChanged',
} as const;

/** Why no automatic receipt went out; the codes are those of the mail reader. */
const RECEIPT_REFUSALS = {
  'not-a-complaint': 'receiptRefusal.notAComplaint',
  'automatic-mail': 'receiptRefusal.automaticMail',
  'mailing-list': 'receiptRefusal.mailingList',
  'no-reply-address': 'receiptRefusal.noReplyAddress',
  'no-address': 'receiptRefusal.noAddress',
  'own-address': 'receiptRefusal.ownAddress',
  'daily-limit': 'receiptRefusal.dailyLimit',
} as const;

export function eventLabel(type: string, t: TFunction): string {
  return isKnown(type) ? t(HISTORY_LABELS[type]) : type;
}

function isKnown(type: string): type is keyof typeof HISTORY_LABELS {
  return Object.hasOwn(HISTORY_LABELS, type);
}

/** `minus-2` → 到期前2个工作日提醒. The codes are those of the escalation ladder. */
export function rungText(code: string, t: TFunction): string {
  const days = Number(/^(?:minus|plus)-(\d+)$/.exec(code)?.[1]);
  if (code.startsWith('minus-') && days > 0) return t('rung.before', { days });
  if (code === 'last-day') return t('rung.lastDay');
  if (code === 'passed') return t('rung.passed');
  if (code.startsWith('plus-') && days > 0) return t('rung.after', { days });
  return code;
}

/** The facts of an event worth a line, in reading order; ids and unknown facts are left out. */
export function eventFacts(
  data: Readonly<Record<string, unknown>>,
  t: TFunction,
  unitNames: ReadonlyMap<string, string> = new Map(),
): readonly string[] {
  const text = (...names: string[]): string | undefined =>
    names.map((name) => data[name]).find((value): value is string => typeof value === 'string' && value !== '');
  const facts: string[] = [];
  const clock = CLOCK_KINDS.find((kind) => kind === text('clock', 'clockKind'));
  if (clock !== undefined) facts.push(t(`clock.${clock}`));
  const rung = text('rung', 'rungCode', 'code');
  if (rung !== undefined) facts.push(rungText(rung, t));
  const superseded = data['superseded'];
  if (Array.isArray(superseded) && superseded.length > 0) {
    const rungs = superseded.map((code) => rungText(String(code), t)).join(t('common.listSeparator'));
    facts.push(t('history.superseded', { rungs }));
  }
  const unitName = unitNames.get(text('unitId') ?? '');
  if (unitName !== undefined) facts.push(unitName);
  const fromDueOn = text('fromDueOn');
  if (fromDueOn !== undefined) facts.push(`${t('history.fromDueOn')} ${fromDueOn}`);
  const dueOn = text('dueOn');
  if (dueOn !== undefined) facts.push(`${t('history.dueOn')} ${dueOn}`);
  const answerBy = text('answerBy');
  if (answerBy !== undefined) facts.push(`${t('history.answerBy')} ${answerBy}`);
  const move = MOVES.find((each) => each === text('move'));
  if (move !== undefined) facts.push(t(`move.${move}`));
  const to = COMPLAINT_STATES.find((each) => each === text('to'));
  if (to !== undefined && to !== text('from')) facts.push(t('history.nowState', { state: t(`state.${to}`) }));
  const letter = text('letter');
  if (letter !== undefined && isLetterKind(letter)) facts.push(LETTER_KIND_FACTS[letter].name);
  const channel = CHANNELS.find((each) => each === text('channel'));
  if (channel !== undefined) facts.push(t(`channel.${channel}`));
  const number = text('number');
  if (number !== undefined) facts.push(number);
  const kind = MAIL_KINDS.find((each) => each === text('kind'));
  if (kind !== undefined) facts.push(mailKindText(kind, t));
  facts.push(...classificationFacts(data, t));
  const decision = text('decision');
  if (decision === 'recused') facts.push(t('history.interestRecused'));
  if (decision === 'no-interest') facts.push(t('history.interestNone'));
  const statement = text('statement');
  if (statement !== undefined) facts.push(statement);
  const reason = text('reason');
  if (reason !== undefined) facts.push(`${t('history.reason')}:${reasonText(reason, t)}`);
  return facts;
}

/** The classes that were confirmed, by their names. */
function classificationFacts(data: Readonly<Record<string, unknown>>, t: TFunction): string[] {
  const nameIn = (names: Readonly<Record<string, string>>, code: unknown) =>
    typeof code === 'string' && Object.hasOwn(names, code) ? (names[code] ?? []) : [];
  const others = Array.isArray(data['otherProblems'])
    ? data['otherProblems'].flatMap((code) => nameIn(PROBLEM_CATEGORY_NAMES, code))
    : [];
  return [
    nameIn(COMPLAINT_KIND_NAMES, data['complaintKind']),
    nameIn(PROBLEM_CATEGORY_NAMES, data['problem']),
    others.length === 0 ? [] : others.join(t('common.listSeparator')),
    nameIn(SECTION_NAMES, data['section']),
    nameIn(DISTRICT_NAMES, data['district']),
  ].flat();
}

/** Officers write reasons in words of their own; the system names its reasons by a code. */
function reasonText(reason: string, t: TFunction): string {
  return isReceiptRefusal(reason) ? t(RECEIPT_REFUSALS[reason]) : reason;
}

function isReceiptRefusal(reason: string): reason is keyof typeof RECEIPT_REFUSALS {
  return Object.hasOwn(RECEIPT_REFUSALS, reason);
}
