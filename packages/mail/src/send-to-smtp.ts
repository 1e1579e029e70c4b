// SMTP through nodemailer. What it throws is turned into an answer with one question settled: is another attempt
// worth anything?
import { createTransport } from 'nodemailer';
import { buildOutgoing } from './build-outgoing';
import type { MailSender, SendResult } from './send-mail';

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (port 465); otherwise STARTTLS is used where the server offers it. */
  readonly secure: boolean;
  readonly user?: string;
  /** For 163 and QQ this is the authorisation code (授权码), not the password of the mailbox. */
  readonly pass?: string;
}

// Without them nodemailer waits two minutes for a connection and ten for an answer, and a queue worker with it.
const CONNECTION_TIMEOUT_MS = 10_000;
const SILENCE_TIMEOUT_MS = 30_000;

export function createSmtpSender(settings: SmtpSettings): MailSender {
  const { host, port, secure, user, pass } = settings;
  const transport = createTransport({
    host,
    port,
    secure,
    // Bureaus send dozens of mails a day: a connection each is simpler to keep alive than a pool behind a firewall.
    pool: false,
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    greetingTimeout: CONNECTION_TIMEOUT_MS,
    dnsTimeout: CONNECTION_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
    ...(user === undefined || pass === undefined ? {} : { auth: { user, pass } }),
  });
  return {
    async send(mail) {
      const options = buildOutgoing(mail);
      try {
        const { response } = await transport.sendMail(options);
        return { accepted: true, response };
      } catch (error) {
        return describeRefusal(error);
      }
    },
    close: () => {
      transport.close();
    },
  };
}

// NetEase and Tencent answer 550 and 554 when they dislike the hour or the number of mails, not the address
// (DT:SPM, MI:SFQ, "Connection frequency limited"). Given up for good, a duty to reply would be lost to a rate limit.
const RATE_OR_CONTENT = /\b(?:DT|MI|HL|IP|RP):[A-Z]{2,4}\b|frequency|too many|content (?:denied|rejected)|spam/i;

interface SmtpFailure {
  readonly code?: unknown;
  readonly command?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
}

function describeRefusal(error: unknown): SendResult {
  const failure = (error instanceof Error ? error : {}) as SmtpFailure;
  const responseCode = typeof failure.responseCode === 'number' ? failure.responseCode : null;
  if (responseCode === null) {
    const code = typeof failure.code === 'string' ? failure.code : 'unknown error';
    return { accepted: false, permanent: false, response: `No answer from the mail server (${code}).` };
  }
  const response = typeof failure.response === 'string' ? failure.response : String(responseCode);
  // A refused sign-in (535) is our set-up, not this mail: it must go out once the set-up is right.
  const isAboutThisMail = failure.code !== 'EAUTH' && !RATE_OR_CONTENT.test(response);
  return { accepted: false, permanent: responseCode >= 500 && isAboutThisMail, response };
}
