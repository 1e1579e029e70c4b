// A reply with its proof: who, when, what was said (DOMAIN §8.4). It meets the clock that it names.
import { mayDo, refusalReason, type Actor } from '@jieban/domain/access/permissions';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { changeClocks } from '../clock/change-clocks';
import type { ClockRules } from '../clock/clock-rules';
import type { UnitOfWork } from '../unit-of-work';
import { ActionRefused, CaseNotFound } from './case-errors';

export interface ReplyRecord {
  readonly clock: 'procedural' | 'substantive';
  /** When the complainant was told; this instant meets the clock, not the moment of typing. */
  readonly repliedAt: Date;
  readonly statement: string;
}

/**
 * Records the reply. The substantive one closes the case and also meets a procedural clock and a hotline limit that are
 * still open, because the final answer says more than the acknowledgement would have (DOMAIN §1.2, step 6).
 * @throws CaseNotFound, ActionRefused
 */
export async function recordReply(
  deps: { readonly unitOfWork: UnitOfWork; readonly clockRules: ClockRules },
  actor: Actor,
  id: ComplaintId,
  reply: ReplyRecord,
  now: Date,
): Promise<void> {
  if (!mayDo(actor.role, 'case.reply'))
    throw new ActionRefused(`Role ${actor.role} may not record a reply.`, refusalReason('case.reply'));
  await deps.unitOfWork.transaction(async (stores) => {
    const found = await stores.cases.lock(actor, id);
    if (found === null) throw new CaseNotFound(id);
    if (reply.repliedAt > now)
      throw new ActionRefused(`The reply to ${id} is dated later than now.`, '答复时间晚于现在,请检查');
    if (reply.repliedAt < found.receivedAt)
      throw new ActionRefused(`The reply to ${id} is dated before its receipt.`, '答复时间早于收到时间,请检查');
    const open = found.clocks.filter(({ status }) => status === 'running' || status === 'paused');
    if (!open.some((clock) => clock.kind === reply.clock))
      throw new ActionRefused(
        `The ${reply.clock} clock of ${id} is met already.`,
        '这一项期限已经完成,不需要再次登记答复',
      );

    const met = reply.clock === 'substantive' ? open : open.filter((clock) => clock.kind === 'procedural');
    // The record is the history event below, which the instant of its recording names.
    const by = { kind: 'phone-reply', id: now.toISOString() } as const;
    const event = { type: 'met', at: reply.repliedAt, by } as const;
    await changeClocks(
      deps.clockRules,
      stores,
      id,
      met.map(({ kind }) => ({ kind, event })),
      now,
    );
    await stores.cases.setState(id, reply.clock === 'substantive' ? 'closed' : 'replied');
    await stores.history.append([
      {
        complaintId: id,
        type: 'reply.recorded',
        at: reply.repliedAt,
        recordedAt: now,
        actorId: actor.userId,
        data: { clock: reply.clock, met: met.map(({ kind }) => kind), statement: reply.statement },
      },
    ]);
  });
}
