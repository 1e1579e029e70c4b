// The states that every page has before it has data: asking, refused, failed.
import type { Action } from '@jieban/domain/access/permissions';
import type { ReactElement, ReactNode } from 'react';
import { isStatus } from '../api/problem';
import { NoPermission } from './no-permission';
import { ProblemAlert } from './problem-alert';

interface QueryLike<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

interface QueryStatesProps<T> {
  readonly query: QueryLike<T>;
  readonly skeleton: ReactElement;
  /** Named when the server refuses, so that the person learns whom to ask. */
  readonly action?: Action;
  readonly children: (data: T) => ReactNode;
}

/** Old data stays on screen when a refresh fails, with the failure above it. */
export function QueryStates<T>({ query, skeleton, action, children }: QueryStatesProps<T>): ReactElement {
  if (isStatus(query.error, 403)) return action === undefined ? <NoPermission /> : <NoPermission action={action} />;
  // The guard is already on its way to the sign-in page.
  if (isStatus(query.error, 401)) return skeleton;
  const alert = query.error ? <ProblemAlert error={query.error} onRetry={() => void query.refetch()} /> : null;
  if (query.data === undefined) return alert ?? skeleton;
  return (
    <>
      {alert}
      {children(query.data)}
    </>
  );
}
