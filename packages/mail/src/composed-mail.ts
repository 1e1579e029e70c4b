/** A mail of ours before it has a sender, a recipient and a Message-ID. Subject and text are zh-CN. */
export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  /** Null when the mail is plain text only. */
  readonly html: string | null;
  readonly headers: Readonly<Record<string, string>>;
}
