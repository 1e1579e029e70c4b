// Bounces (退信): reports that a mail of ours did not arrive. One that comes in takes back the credit for a procedural
// reply (DOMAIN §8.4), so what matters most is which letter it is about and whether the server has given up.
import type { BounceReport } from '@jieban/application/intake/mail-reader';
import { hasNullReturnPath, localPartOf, type MailFacts } from './mail-facts';
import { fieldValue } from './mime-outline';
import { readBounceText } from './read-bounce-text';
import { readDeliveryStatus } from './read-delivery-status';

export interface FoundBounce {
  readonly evidence: readonly string[];
  readonly report: BounceReport;
}

const DAEMON = /^(?:mailer|mail)[-_.]?daemon$/;
const POSTMASTER = /^(?:postmaster|mail[-_.]?delivery(?:[-_.]?(?:sub)?system)?|bounces?)$/;
const BOUNCE_WORDS =
  /退信|被退回|投递失败|投遞失敗|无法投递|无法送达|发送失败|undeliver|not delivered|delivery (?:status|failure|has failed|incomplete)|failure notice|returned (?:mail|to sender)|mail delivery failed|delivery.{0,20}delayed/i;

/** Null when the mail reports no failure and no delay. */
export function findBounce(facts: MailFacts): FoundBounce | null {
  return findDeliveryReport(facts) ?? findBounceLetter(facts);
}

/** RFC 3464. People do not write multipart/report; a report that somebody forwards is an attachment of a plain mail. */
function findDeliveryReport(facts: MailFacts): FoundBounce | null {
  const [root] = facts.parts;
  const statusPart = facts.parts.find((part) => part.mediaType === 'message/delivery-status');
  const isReport = root.mediaType === 'multipart/report' && root.reportType !== 'disposition-notification';
  if (!isReport || (statusPart === undefined && root.reportType !== 'delivery-status')) return null;

  const fromText = readBounceText(facts.text, facts.header('x-failed-recipients'));
  const status = statusPart === undefined ? null : readDeliveryStatus(facts.readPart(statusPart));
  if (status?.hasArrived === true) return null;
  return {
    evidence: ['multipart/report with a delivery status'],
    report: {
      recipient: status?.recipient ?? fromText.recipient,
      status: status?.status ?? fromText.status,
      diagnostic: status?.diagnostic ?? fromText.diagnostic,
      permanent: status?.permanent ?? fromText.permanent,
      originalMessageId: findOriginalMessageId(facts),
    },
  };
}

/** Servers that write a letter instead of a report (QQ, qmail, some Coremail versions). */
function findBounceLetter(facts: MailFacts): FoundBounce | null {
  const sender = localPartOf(facts.from);
  const isDaemon = DAEMON.test(sender);
  if (!isDaemon && !POSTMASTER.test(sender)) return null;
  const evidence = [isDaemon ? 'from mailer-daemon' : 'from postmaster'];
  if (facts.header('x-failed-recipients') !== null) evidence.push('header X-Failed-Recipients');
  if (BOUNCE_WORDS.test(facts.subject)) evidence.push('subject of a bounce');
  if (BOUNCE_WORDS.test(facts.text.slice(0, 2000))) evidence.push('text of a bounce');
  // A postmaster may also write by hand, or announce that a recall failed; then nothing says "undelivered".
  if (evidence.length === 1 && !(isDaemon && hasNullReturnPath(facts))) return null;

  const report = readBounceText(facts.text, facts.header('x-failed-recipients'));
  return { evidence, report: { ...report, originalMessageId: findOriginalMessageId(facts) } };
}

// Strongest first: Coremail's own header, the copy of our headers, threading, a copy pasted into the text.
function findOriginalMessageId(facts: MailFacts): string | null {
  const reports = facts.parts.filter((part) => part.mediaType === 'message/delivery-status').map(facts.readPart);
  const copies = facts.parts
    .filter((part) => part.mediaType === 'message/rfc822' || part.mediaType === 'text/rfc822-headers')
    .map(facts.readPart);
  const candidates = [
    facts.header('x-cm-original-message-id'),
    ...facts.parts.map((part) => fieldValue(part, 'x-cm-original-message-id')),
    ...reports.map((report) => findMessageIdLine(report, 'X-CM-Original-Message-ID|Original-Message-ID')),
    ...copies.map((copy) => findMessageIdLine(copy, 'Message-ID')),
    facts.inReplyTo,
    facts.references.at(-1),
    findMessageIdLine(facts.text, '(?:X-CM-Original-)?Message-ID'),
  ];
  for (const candidate of candidates) {
    const id = /<?([^<>\s]+@[^<>\s]+)>?/.exec((candidate ?? '').slice(0, 1000))?.[1];
    if (id !== undefined) return `<${id}>`;
  }
  return null;
}

function findMessageIdLine(text: string, names: string): string | null {
  return new RegExp(`^[ \\t>]{0,8}(?:${names})[ \\t]*:\\s*(\\S+)`, 'im').exec(text.slice(0, 64_000))?.[1] ?? null;
}
