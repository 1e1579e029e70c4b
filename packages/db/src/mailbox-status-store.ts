import { sql } from 'drizzle-orm';
import type { Executor } from './connect';
import { mailboxStatus } from './schema/intake';

export type MailboxState = 'not-configured' | 'connecting' | 'polling' | 'failing';

/** Records how a mailbox stands. `goodPoll` stamps the last good poll; the state's age changes only with the state. */
export async function saveMailboxStatus(
  db: Executor,
  mailboxId: string,
  status: { readonly state: MailboxState; readonly problem: string | null; readonly goodPoll: boolean },
  now: Date,
): Promise<void> {
  const goodPollAt = status.goodPoll ? now : null;
  await db
    .insert(mailboxStatus)
    .values({
      mailboxId,
      state: status.state,
      problem: status.problem,
      stateSince: now,
      lastGoodPollAt: goodPollAt,
    })
    .onConflictDoUpdate({
      target: mailboxStatus.mailboxId,
      set: {
        state: status.state,
        problem: status.problem,
        stateSince: sql`case when ${mailboxStatus.state} = ${status.state} then ${mailboxStatus.stateSince}
          else excluded.state_since end`,
        lastGoodPollAt: sql`coalesce(excluded.last_good_poll_at, ${mailboxStatus.lastGoodPollAt})`,
      },
    });
}
