import { newId } from '@jieban/runtime/ids';
import { MAIL_DOMAIN } from './letter-bureau';

/** As a mail server reports that a letter of ours cannot be delivered. */
export function bounceOf(mailId: string, action = 'failed'): Buffer {
  const boundary = 'report-0001';
  return Buffer.from(
    [
      'From: Mail Delivery System <mailer-daemon@example.com>',
      `To: public@${MAIL_DOMAIN}`,
      'Subject: Mail delivery failed',
      `Message-ID: <${newId()}@example.com>`,
      'MIME-Version: 1.0',
      `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
      '',
      `--${boundary}`,
      'Content-Type: text/plain',
      '',
      'Your message could not be delivered.',
      `--${boundary}`,
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mail.example.com',
      '',
      'Final-Recipient: rfc822; lin@example.com',
      `Action: ${action}`,
      `Status: ${action === 'failed' ? '5.1.1' : '4.2.2'}`,
      'Diagnostic-Code: smtp; 550 no such user lin@example.com',
      '',
      `--${boundary}`,
      'Content-Type: message/rfc822',
      '',
      `Message-ID: <jieban-${mailId}@${MAIL_DOMAIN}>`,
      'Subject: letter',
      '',
      'text',
      `--${boundary}--`,
      '',
    ].join('\r\n'),
  );
}
