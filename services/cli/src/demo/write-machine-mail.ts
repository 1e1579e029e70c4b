// The two mails of the demo that no person wrote.
import { BUREAU_ADDRESS, mailDate, receivedLines } from './write-mail';

/** A letter of ours that came back, as Coremail reports it. */
export function writeBounce(receivedAt: Date): Buffer {
  const boundary = 'rpt-7f3a';
  const lines = [
    'Return-Path: <>',
    'From: Postmaster@mail.example.com',
    `To: ${BUREAU_ADDRESS}`,
    `Subject: =?utf-8?B?${Buffer.from('系统退信').toString('base64')}?=`,
    `Date: ${mailDate(receivedAt)}`,
    `Message-ID: <bounce.${receivedAt.getTime().toString(36)}@mail.example.com>`,
    'X-CM-Original-Message-ID: <handwritten-letter@mzj.example.com>',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('抱歉,您的邮件被退回来了。\r\n收件人:nobody@post.example.com\r\n退信原因:收件人不存在').toString(
      'base64',
    ),
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example.com',
    '',
    'Final-Recipient: rfc822; nobody@post.example.com',
    'Action: failed',
    'Status: 5.0.0',
    'Diagnostic-Code: smtp; 550 5.1.1 The email account that you tried to reach does not exist',
    '',
    `--${boundary}--`,
    '',
  ];
  return Buffer.from(receivedLines(receivedAt) + lines.join('\r\n'));
}

/** Saved from an editor as UTF-16: every second byte is zero, and no reader finds a header in it. */
export function writeUnreadable(): Buffer {
  return Buffer.from('\uFEFFFrom: somebody\r\nSubject: 转发:情况反映\r\n\r\n内容见附件。\r\n', 'utf16le');
}
