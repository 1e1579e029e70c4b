// Placeholders in the shape of what is coming, so that nothing jumps when it arrives.
import { Skeleton } from 'antd';
import type { ReactElement } from 'react';

export function TableSkeleton({ rows = 8 }: { rows?: number }): ReactElement {
  return (
    <div aria-busy="true" className="panel">
      <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
    </div>
  );
}

export function CaseSkeleton(): ReactElement {
  return (
    <div aria-busy="true" className="stack">
      <div className="panel">
        <Skeleton active paragraph={{ rows: 3 }} />
      </div>
      <div className="case-columns">
        <div className="panel">
          <Skeleton active paragraph={{ rows: 10 }} />
        </div>
        <div className="panel">
          <Skeleton active paragraph={{ rows: 6 }} />
        </div>
      </div>
    </div>
  );
}
