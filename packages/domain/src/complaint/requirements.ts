// What a move may need, each as one check and the words for the officer who lacks it.
import { compare } from '../time/civil-date';
import type { TransitionFacts } from './transition-facts';

/**
 * A unit returns a case within two working days of its dispatch, or keeps it (山东政务服务热线管理办法: 回退2个工作日, by
 * analogy). Like every period it is counted from the day after (民法典201).
 */
export const RETURN_WORKING_DAYS = 2;

interface Check {
  readonly holds: (facts: TransitionFacts) => boolean;
  /** Completes "还需要:". */
  readonly words: string;
}

const isWritten = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/** Brought along by whoever takes the move. */
const BROUGHT = {
  reason: { holds: ({ input }) => isWritten(input.reason), words: '写明理由' },
  plan: { holds: ({ input }) => isWritten(input.plan), words: '写明解决方案' },
  'review-day': {
    holds: ({ input, today }) => input.reviewOn !== undefined && compare(input.reviewOn, today) > 0,
    words: '确定今天之后的复查日期',
  },
  'complainant-told': { holds: ({ input }) => isWritten(input.toldComplainant), words: '写明何时、如何告知投诉举报人' },
  receiver: { holds: ({ input }) => input.receiver !== undefined, words: '选定接收的单位或人员' },
  // 信访工作条例30(3): 不得将检举、揭发材料以及有关情况透露或者转给被检举人或单位.
  'receiver-not-accused': {
    holds: ({ input }) => input.receiver?.isAccused !== true,
    words: '接收方不能是被反映的单位或人员',
  },
  'other-unit': {
    holds: ({ input, standing }) => input.receiver?.unitId !== standing.handlingUnitId,
    words: '改派给另一个单位',
  },
  // 信访工作条例28(3): 有直接利害关系的应当回避.
  'no-interest': { holds: ({ input }) => input.declaresNoInterest === true, words: '声明与本件没有利害关系' },
  'asked-by-another': {
    holds: ({ input, mover }) =>
      mover !== 'system' && input.requestedBy !== undefined && input.requestedBy !== mover.actor.userId,
    words: '由另一人提出申请(不能批准自己的申请)',
  },
  // A chain of merges would hide the case that really lives on.
  'main-case': {
    holds: ({ input: { mainCase }, standing }) =>
      mainCase !== undefined && mainCase.id !== standing.id && mainCase.state !== 'merged',
    words: '选定并入的首件(不能是本件或已并案的件)',
  },
  'inner-due-day': {
    holds: ({ input, today }) => input.innerDueOn !== undefined && compare(input.innerDueOn, today) > 0,
    words: '确定今天之后的重办期限',
  },
  'supplement-due-day': {
    holds: ({ input, today }) => input.supplementDueOn !== undefined && compare(input.supplementDueOn, today) > 0,
    words: '确定今天之后的补正期限',
  },
  'draft-reply': { holds: ({ input }) => input.hasDraftReply === true, words: '拟好办理结果答复' },
} satisfies Record<string, Check>;

/** True of the case itself, or not. */
const STANDING = {
  'not-accepted': { holds: ({ standing }) => !standing.isAccepted, words: '本件尚未受理(已受理的不能再作此决定)' },
  // 政府信息公开条例30, by analogy: 一次告知, the complainant is asked once.
  'not-asked-before': {
    holds: ({ standing }) => !standing.wasSupplementAsked,
    words: '此前没有通知过补正(补正应一次告知)',
  },
  'supplement-overdue': {
    holds: ({ standing, today }) => standing.supplementDueOn !== null && compare(standing.supplementDueOn, today) < 0,
    words: '补正期限已过',
  },
  'within-return-days': {
    holds: ({ standing: { dispatchedOn }, calendar, today }) =>
      dispatchedOn !== null && compare(today, calendar.addWorkingDays(dispatchedOn, RETURN_WORKING_DAYS)) <= 0,
    words: `在派单后${RETURN_WORKING_DAYS}个工作日内提出`,
  },
  // 潍坊12345条例22, by analogy: no second return after a designation (指定).
  'not-designated': { holds: ({ standing }) => !standing.isDesignated, words: '本件不是指定承办(指定后不得再次退回)' },
  'procedural-met': {
    holds: ({ standing }) => standing.clocks.procedural === 'met',
    words: '补正通知已有送达证明',
  },
  answered: {
    holds: ({ standing: { clocks } }) => clocks.procedural === 'met' && clocks.substantive === 'met',
    words: '办理结果答复已有送达证明',
  },
  'nothing-under-way': {
    holds: ({ standing: { clocks, isLetterUnderWay } }) =>
      !isLetterUnderWay && !Object.values(clocks).some((clock) => clock === 'running' || clock === 'waiting'),
    words: '各项期限均已完成,文书不会再被退回',
  },
} satisfies Record<string, Check>;

const REQUIREMENTS = { ...BROUGHT, ...STANDING };
export type Requirement = keyof typeof REQUIREMENTS;

export function isFulfilled(requirement: Requirement, facts: TransitionFacts): boolean {
  return REQUIREMENTS[requirement].holds(facts);
}

export function requirementWords(requirement: Requirement): string {
  return REQUIREMENTS[requirement].words;
}
