// What happens to the demo's cases once they are registered: the office assigns them, their handlers record replies.
import { assignCase } from '@jieban/application/case/assign-case';
import { moveCase } from '@jieban/application/case/move-case';
import type { MoveRequest } from '@jieban/application/case/move-request';
import { recordReply } from '@jieban/application/case/record-reply';
import type { Actor } from '@jieban/domain/access/permissions';
import type { Move } from '@jieban/domain/complaint/moves';
import type { Channel } from '@jieban/domain/complaint/vocabulary';
import type { DemoDeps } from './demo-deps';
import type { DemoPeople } from './load-people';
import { handlerOf, INTAKE_LOGIN, LEADER_LOGIN } from './officers';
import type { PlannedCase } from './plan-cases';
import type { DemoCases, DemoStep } from './replay';
import type { DemoUnitCode } from './units';

export interface HandledCase {
  readonly key: string;
  readonly channel: Channel;
  readonly unit: DemoUnitCode | null;
  readonly handler?: string;
  readonly plan: PlannedCase;
}

/** What was said and how it went out, as a handler would note it. */
const STATEMENTS: Readonly<Record<'procedural' | 'substantive', Readonly<Record<Channel, string>>>> = {
  procedural: {
    mailbox: '已用邮件向来信人发送受理告知,写明承办单位、办理期限和查询方式。',
    hotline: '已电话告知来电人受理情况和办理期限,并在热线平台反馈。',
    phone: '已电话告知来电人:决定受理,由承办单位核查,一个月内答复办理结果。',
    letter: '已按来信地址挂号邮寄受理告知书,邮寄凭证已存卷。',
    visit: '已当面向来访人送达受理告知书,来访人已签收。',
    petition: '已向信访人邮寄受理告知书,并向信访部门反馈受理情况。',
  },
  substantive: {
    mailbox: '经核查,反映的问题部分属实,已责令承办人员改正并补送文书,办理结果已书面答复来信人。',
    hotline: '经现场核查,反映情况属实,已整改,办理结果已电话答复来电人并反馈热线平台。',
    phone: '经核查,反映情况属实,已约谈有关人员并当面致歉,来电人对办理结果表示认可。',
    letter: '经核查,反映的问题属实,已督促整改,办理结果答复书已挂号邮寄,邮寄凭证已存卷。',
    visit: '经核查,反映的问题部分属实,已督促整改,来访人已当面签收办理结果答复书。',
    petition: '经核查,反映的问题属实,已督促整改,办理结果已邮寄信访人并反馈信访部门。',
  },
};

type HandlingDeps = Pick<DemoDeps, 'unitOfWork' | 'registrationSettings' | 'newId'>;

const MINUTE = 60_000;
/** The unit signs for a case, and begins with it, so long after it was assigned. */
const SIGNED_AFTER_MS = 25 * MINUTE;
const STARTED_AFTER_MS = 50 * MINUTE;
/** The answer is drafted and approved so long before it is given. */
const SUBMITTED_BEFORE_MS = 90 * MINUTE;
const APPROVED_BEFORE_MS = 30 * MINUTE;

/** In the order of taking; the replay keeps it where two stand at one instant. */
export function planHandlingSteps(
  deps: HandlingDeps,
  people: DemoPeople,
  cases: DemoCases,
  handled: readonly HandledCase[],
  now: Date,
): DemoStep[] {
  return handled.flatMap(({ key, channel, unit, handler, plan }) => {
    // A case without a unit waits at the office for somebody to read it; by its situation nobody has answered it yet.
    if (unit === null || plan.assignedAt === null) return [];
    const actor = people.actor(handler ?? handlerOf(unit));
    const take = (at: Date, by: Actor, move: Move, request: MoveRequest = {}): DemoStep => ({
      at,
      run: async (when) => {
        const moving = { ...deps, clockRules: await deps.registrationSettings() };
        await moveCase(moving, by, cases.idOf(key), move, request, when);
      },
    });
    const { assignedAt } = plan;
    const answeredAt = plan.replies[0]?.at ?? null;
    const after = (ms: number): Date => notAfter(new Date(assignedAt.getTime() + ms), answeredAt);
    const handOver: readonly DemoStep[] = [
      {
        at: assignedAt,
        run: async (at) => {
          const assigning = { ...deps, clockRules: await deps.registrationSettings() };
          const to = { unitId: people.unitId(unit), handlerId: actor.userId };
          await assignCase(assigning, people.actor(INTAKE_LOGIN), cases.idOf(key), to, at);
        },
      },
      take(after(SIGNED_AFTER_MS), actor, 'sign', { declaresNoInterest: true }),
      take(after(STARTED_AFTER_MS), actor, 'start'),
    ];
    const replies = plan.replies.flatMap(({ clock, at: repliedAt }, position): DemoStep[] => {
      const statement = STATEMENTS[clock][channel];
      const record: DemoStep = {
        at: repliedAt,
        run: async (at) => {
          const recording = { ...deps, clockRules: await deps.registrationSettings() };
          await recordReply(recording, actor, cases.idOf(key), { clock, repliedAt, statement }, at);
        },
      };
      if (clock === 'procedural') return [record];
      const earliest = plan.replies[position - 1]?.at ?? after(STARTED_AFTER_MS);
      const before = (ms: number): Date => notBefore(new Date(repliedAt.getTime() - ms), earliest);
      return [
        take(before(SUBMITTED_BEFORE_MS), actor, 'submit', { draft: statement }),
        take(before(APPROVED_BEFORE_MS), people.actor(LEADER_LOGIN), 'approve'),
        record,
      ];
    });
    // Whatever of it lies ahead has not happened yet.
    return [...handOver, ...replies].filter(({ at }) => at <= now);
  });
}

function notAfter(at: Date, limit: Date | null): Date {
  return limit !== null && limit < at ? limit : at;
}

function notBefore(at: Date, limit: Date): Date {
  return at < limit ? limit : at;
}
