// The shapes in which the demo's mail arrives, and what a mail of the demo is made of.
import type { ClockTime } from '@jieban/domain/time/civil-date';
import type { Situation } from './situations';
import type { DemoUnitCode } from './units';

/**
 * utf-8, alternative, html-only, attachments: as today's mailers write them. gb2312-base64, gb18030-quoted-printable:
 * older mailers, honestly labelled. gbk-raw: 8-bit subject and text without any label, as some office programs send it.
 */
export type MailShape =
  'utf-8' | 'alternative' | 'html-only' | 'attachments' | 'gb2312-base64' | 'gb18030-quoted-printable' | 'gbk-raw';

export interface DemoMail {
  /** Becomes the file name and the Message-ID. */
  readonly key: string;
  readonly situation: Situation;
  /** Null: still with the office. */
  readonly unit: DemoUnitCode | null;
  readonly time: ClockTime;
  readonly shape: MailShape;
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** Further headers, ASCII. */
  readonly headers?: Readonly<Record<string, string>>;
}
