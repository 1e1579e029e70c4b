import { Button } from 'antd';
import { useId, type ReactElement, type ReactNode } from 'react';

interface ActionButtonProps {
  readonly permission: { readonly allowed: boolean; readonly reason: string | null };
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A button that cannot be used says why under it, to the eye and to a screen reader. */
export function ActionButton({ permission, onClick, children }: ActionButtonProps): ReactElement {
  const reasonId = useId();
  const isRefused = !permission.allowed;
  return (
    <div>
      <Button disabled={isRefused} aria-describedby={isRefused ? reasonId : undefined} onClick={onClick}>
        {children}
      </Button>
      {isRefused && permission.reason !== null && (
        <div id={reasonId} className="muted">
          {permission.reason}
        </div>
      )}
    </div>
  );
}
