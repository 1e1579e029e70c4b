// The decision on an extension (延期): the approver asks, this answers, in words that the screen shows as they are.
// Who may approve at all is a question of access; what an approval may say is this one.
import type { UserId } from '../complaint/vocabulary';
import { citeStatute } from '../deadline/statutes';
import type { CivilDate } from '../time/civil-date';
import { formatChineseDate } from '../time/shanghai-format';
import type { ClockHistory, ExtendedEvent } from './clock-events';
import { runningDueDay, type CalendarsByVersion, type ClockState } from './clock-state';
import { extensionFault, type ExtensionFault } from './extension-rule';
import { foldClock } from './fold-clock';

export interface ExtensionRequest {
  readonly requestedBy: UserId;
  readonly requestedAt: Date;
  readonly days: number;
  readonly reason: string;
}

export interface ExtensionQuestion {
  readonly request: ExtensionRequest;
  readonly approver: UserId;
  readonly now: Date;
  readonly clock: ClockHistory;
  readonly calendars: CalendarsByVersion;
}

export type ExtensionRefusalCode =
  ExtensionFault | 'not-substantive' | 'not-open' | 'paused' | 'asked-later-than-now' | 'new-day-passed';

export interface ExtensionGranted {
  readonly granted: true;
  /** To append to the clock. */
  readonly event: ExtendedEvent;
  /** Both days stay visible, and the letter names both. */
  readonly originalDueOn: CivilDate;
  readonly after: ClockState;
}

export interface ExtensionRefused {
  readonly granted: false;
  readonly code: ExtensionRefusalCode;
  /** For the officer, in Chinese. */
  readonly reason: string;
  /** The article, where one decides. */
  readonly article: string | null;
}

/** Granting moves the day and owes the complainant a letter (延期告知). @throws ImpossibleClockEvent */
export function decideExtension(question: ExtensionQuestion): ExtensionGranted | ExtensionRefused {
  const { request, approver, now, clock, calendars } = question;
  const before = foldClock(clock.kind, clock.events, calendars);
  const dueAt = runningDueDay(before)?.dueAt ?? null;
  const { dueOn } = before.deadline;

  if (clock.kind !== 'substantive') return refuse('not-substantive', dueOn);
  if (before.status === 'met' || before.status === 'ended') return refuse('not-open', dueOn);
  if (request.requestedAt.getTime() > now.getTime()) return refuse('asked-later-than-now', dueOn);
  const event: ExtendedEvent = { type: 'extended', ...request, approvedBy: approver, approvedAt: now };
  const fault = extensionFault(event, { extensionUsed: before.extensionUsed, dueAt });
  if (fault !== null) return refuse(fault, dueOn);
  // The letter must name the new day, and a clock that stands still has none yet.
  if (before.status === 'paused') return refuse('paused', dueOn);

  const after = foldClock(clock.kind, [...clock.events, event], calendars);
  if (after.deadline.dueAt.getTime() <= now.getTime()) return refuse('new-day-passed', after.deadline.dueOn);
  return { granted: true, event, originalDueOn: after.originalDueOn, after };
}

const BY_STATUTE: readonly ExtensionRefusalCode[] = ['days-out-of-range', 'no-reason'];

function refuse(code: ExtensionRefusalCode, on: CivilDate): ExtensionRefused {
  const article = BY_STATUTE.includes(code) ? citeStatute('petition-rules-34') : null;
  return { granted: false, code, reason: REFUSALS[code](formatChineseDate(on)), article };
}

const REFUSALS: Readonly<Record<ExtensionRefusalCode, (dueDay: string) => string>> = {
  'not-substantive': () => '只有实体办理期限可以延期，程序性答复和热线工单时限不能延期',
  'not-open': () => '该期限已经完成或终止，不需要延期',
  'asked-later-than-now': () => '申请时间晚于现在，请检查',
  'already-extended': () => '该件已经延期一次，不得再次延期',
  'asked-after-expiry': (dueDay) => `提出申请时已过到期日${dueDay}，不得延期`,
  'self-approved': () => '申请人不得批准自己的延期，请由其他负责人批准',
  'days-out-of-range': () => '延期天数须为1至30日的整数',
  'no-reason': () => '请写明延期理由，延期告知书须向来信人说明理由',
  paused: () => '正在等待补正，期限已中止，尚无可以告知的新到期日；收到补正材料后再批准',
  'new-day-passed': (dueDay) => `延期后的到期日${dueDay}也已经过去，批准延期没有意义`,
};
