// Notices go out in working hours only, one digest mail per recipient and run (DOMAIN §8.7). Events do not wait:
// they were stamped when the rung fired.
import { lightOf } from '@jieban/domain/deadline/light';
import type { WorkingCalendar } from '@jieban/domain/deadline/working-calendar';
import type { Light, UserId } from '@jieban/domain/complaint/vocabulary';
import { rungOf, type EscalationLadder } from '@jieban/domain/escalation/ladder';
import { noticeAllowedFrom } from '@jieban/domain/escalation/notice-hours';
import { isLetterNoticeCode, LETTER_NOTICES } from '@jieban/domain/letters/letter-notices';
import { orderNoticeName } from '@jieban/domain/supervision/order-notice';
import { civilDateOf } from '@jieban/domain/time/civil-date';
import type { ComposedMail } from '../correspondence/outgoing-mail-store';
import type { UnitOfWork } from '../unit-of-work';
import type { WaitingNotice } from './notice-store';

export interface DigestLine {
  readonly number: string;
  readonly unitName: string;
  /** `order`: the day until which a unit answers an urging or a supervision order. */
  readonly kind: WaitingNotice['cause']['kind'];
  readonly dueOn: WaitingNotice['dueOn'];
  readonly light: Light;
  /** Working days after the due day; 0 while not overdue. */
  readonly overdueWorkingDays: number;
  /** 预警提醒, 催办, 通报 …, as the ladder names the rung. */
  readonly noticeName: string;
}

/** The port that gives a digest its words: lines come red and overdue first. The adapter is @jieban/mail. */
export type DigestComposer = (digest: {
  readonly to: string;
  readonly recipientName: string;
  readonly lines: readonly DigestLine[];
  readonly asOf: Date;
}) => ComposedMail;

export interface DigestDeps {
  readonly unitOfWork: UnitOfWork;
  readonly composeDigest: DigestComposer;
  readonly ladder: EscalationLadder;
  readonly calendar: WorkingCalendar;
  readonly newId: () => string;
}

const RECIPIENTS_PER_RUN = 200;
const SEVERITY: Readonly<Record<Light, number>> = { overdue: 3, red: 2, yellow: 1, green: 0 };

/** Writes the digests that may go out now; returns how many. Outside working hours it writes none. */
export async function sendDigests(deps: DigestDeps, now: Date): Promise<number> {
  if (noticeAllowedFrom(now, deps.calendar).getTime() > now.getTime()) return 0;
  const recipients = await deps.unitOfWork.transaction(({ notices }) =>
    notices.recipientsWithWaiting(RECIPIENTS_PER_RUN),
  );
  let written = 0;
  for (const recipientId of recipients) {
    if (await writeDigest(deps, recipientId, now)) written += 1;
  }
  return written;
}

async function writeDigest(deps: DigestDeps, recipientId: UserId, now: Date): Promise<boolean> {
  return deps.unitOfWork.transaction(async ({ notices, outgoingMail, outbox }) => {
    const { email, displayName, notices: waiting } = await notices.claimWaiting(recipientId);
    const gone = waiting.filter((notice) => !notice.stillDue);
    if (gone.length > 0)
      await notices.withhold(
        gone.map(({ id }) => id),
        'no-longer-due',
      );
    const due = waiting.filter((notice) => notice.stillDue);
    const [first] = due;
    if (first === undefined) return false;
    if (email === null) {
      // The board shows the case all the same; what is missing is this person's address, and that is on record.
      await notices.withhold(
        due.map(({ id }) => id),
        'no-address',
      );
      return false;
    }
    const mailId = deps.newId();
    const lines = due.map((notice) => digestLine(deps, notice, now)).sort(bySeverity);
    await outgoingMail.insert(
      [
        {
          id: mailId,
          key: `digest-${first.id}`,
          kind: 'digest',
          complaintId: null,
          recipientId,
          mail: deps.composeDigest({ to: email, recipientName: displayName, lines, asOf: now }),
        },
      ],
      now,
    );
    await notices.assignMail(
      due.map(({ id }) => id),
      mailId,
    );
    await outbox.add([{ job: 'mail.send', key: `mail-${mailId}`, payload: { mailIds: [mailId] } }]);
    return true;
  });
}

function digestLine(deps: DigestDeps, notice: WaitingNotice, now: Date): DigestLine {
  const { number, unitName, cause, dueOn, dueAt } = notice;
  // An inner term is as short as the week, and is warned of like the week.
  const kind = cause.kind === 'order' ? 'procedural' : cause.kind;
  const light = lightOf({ kind, dueOn, dueAt }, now, deps.calendar);
  return {
    number,
    unitName,
    kind: cause.kind,
    dueOn,
    light,
    overdueWorkingDays: light === 'overdue' ? deps.calendar.workingDaysUntil(dueOn, civilDateOf(now)) : 0,
    noticeName: noticeNameOf(deps.ladder, cause),
  };
}

function noticeNameOf(ladder: EscalationLadder, cause: WaitingNotice['cause']): string {
  if (cause.kind === 'order') return orderNoticeName(cause.orderKind, cause.occasion);
  if (isLetterNoticeCode(cause.rungCode)) return LETTER_NOTICES[cause.rungCode];
  return rungOf(ladder, cause.kind, cause.rungCode)?.noticeName ?? '督办';
}

function bySeverity(a: DigestLine, b: DigestLine): number {
  return SEVERITY[b.light] - SEVERITY[a.light] || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0);
}
