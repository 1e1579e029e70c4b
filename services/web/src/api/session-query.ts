// Who is signed in. `null` means nobody: that is an answer, not an error.
import { API } from '@jieban/contracts/api/routes';
import { sessionSchema, type Session } from '@jieban/contracts/api/session';
import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { hasCode, isStatus } from './problem';
import { requestJson, setCsrfToken } from './request';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      const session = await requestJson(API.session, sessionSchema, { signal });
      setCsrfToken(session.csrfToken);
      return session;
    } catch (error) {
      if (isStatus(error, 401)) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

/** Inside the signed-in frame only, where the guard has seen to it that somebody is signed in. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('useSession outside of the signed-in frame');
  return data;
}

/**
 * What a refusal says about the session: ended (the guard then shows the sign-in page), renewed in another tab (its
 * token is fetched, so that trying again works), or locked until the first password is changed.
 */
export function heedSessionError(error: unknown, queryClient: QueryClient): void {
  if (isStatus(error, 401)) queryClient.setQueryData(sessionQuery.queryKey, null);
  else if (hasCode(error, 'csrf_refused') || hasCode(error, 'password_must_change')) {
    void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
  }
}
