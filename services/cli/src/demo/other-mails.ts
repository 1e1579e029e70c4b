// Mail that opens no case: an answer to an earlier mail, a bounce, an auto-reply, bytes that are no mail. Each is kept
// and shown where an officer looks for it.
import type { ClockTime } from '@jieban/domain/time/civil-date';
import type { DemoMail } from './mail-shape';

export interface OtherMail extends Omit<DemoMail, 'situation' | 'unit' | 'time'> {
  /** Null: written some hours after the mail that it answers. */
  readonly arrives: { readonly daysAgo: number; readonly time: ClockTime } | null;
  /** Key of the complaint mail that it answers. */
  readonly answers?: string;
}

export const OTHER_MAILS: readonly OtherMail[] = [
  {
    key: 'answer-with-proof',
    arrives: null,
    answers: 'allowance-stopped',
    shape: 'utf-8',
    from: { name: '秦素云', address: 'qinsuyun@mail.example.com' },
    subject: '回复:不告知、不听申辩就停发低保',
    text: '补充:车管所的更正证明我找到了,复印件已经交到铁东区窗口,收件人没有给回执。请一并核实。\n秦素云',
  },
  {
    key: 'vacation',
    arrives: { daysAgo: 2, time: '12:00' },
    shape: 'html-only',
    headers: { 'X-QQ-AUTO-REPLY': 'true' },
    from: { name: '小周', address: '100002@qq.example.com' },
    subject: '自动回复: 关于您来信的登记回执',
    text: '这是来自QQ邮箱的假期自动回复邮件。\n您好,我最近正在休假中,无法亲自回复您的邮件。我将在假期结束后,尽快给您回复。',
  },
];

/** A letter of the office to an address that does not exist, as the mail server sends it back. */
export const BOUNCE = { key: 'bounce', arrives: { daysAgo: 1, time: '09:00' } } as const;

/** A mail that somebody saved from an editor as UTF-16: no mail program finds a header in it. */
export const UNREADABLE = { key: 'saved-as-utf-16', arrives: { daysAgo: 3, time: '16:20' } } as const;
