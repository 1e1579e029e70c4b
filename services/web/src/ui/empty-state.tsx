import { Empty } from 'antd';
import type { ReactElement, ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  /** What to do next, as a sentence. */
  readonly advice: string;
  readonly action?: ReactNode;
}

export function EmptyState({ title, advice, action }: EmptyStateProps): ReactElement {
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <div className="empty-title">{title}</div>
          <div className="muted">{advice}</div>
        </>
      }
    >
      {action}
    </Empty>
  );
}
