import type { ReactElement, ReactNode } from 'react';

interface PageNoticeProps {
  readonly title: string;
  readonly advice: string;
  readonly action: ReactNode;
}

/** A page that has nothing else to show: not found, not allowed, failed. Words, no illustration. */
export function PageNotice({ title, advice, action }: PageNoticeProps): ReactElement {
  return (
    <section className="page-notice">
      <h1>{title}</h1>
      <p className="muted">{advice}</p>
      {action}
    </section>
  );
}
