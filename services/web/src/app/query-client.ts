// Caching and retry rules of the whole page.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { NetworkFailure, isStatus } from '../api/problem';
import { heedSessionError } from '../api/session-query';

const heed = (error: unknown): void => heedSessionError(error, queryClient);

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: heed }),
  mutationCache: new MutationCache({ onError: heed }),
  defaultOptions: {
    queries: {
      // A refusal stays a refusal; only silence and 5xx are worth asking again.
      retry: (count, error) => count < 2 && (error instanceof NetworkFailure || isStatus(error, 503)),
      staleTime: 10_000,
      // `navigator.onLine` is wrong on many office networks: always try, and let the answer decide.
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
