// What the application really serves, taken down while it is put together: a route that stands in no list and in no
// description is an endpoint all the same.
import type { ApiContext } from '@jieban/api/api-context';
import type { FastifyInstance } from 'fastify';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { startApi, type ApiUnderTest } from '../api-harness';

const FASTIFY_IS_MADE = 'fastify.initialization';

export interface ServedApi {
  readonly api: ApiUnderTest;
  /** `GET /api/v1/board`, in the order of registration. */
  readonly endpoints: readonly string[];
}

export async function startServedApi(overrides: Partial<ApiContext> = {}): Promise<ServedApi> {
  const endpoints: string[] = [];
  const takeDown = (message: unknown): void => {
    const { fastify } = message as { readonly fastify: FastifyInstance };
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) endpoints.push(`${each} ${url}`);
    });
  };
  subscribe(FASTIFY_IS_MADE, takeDown);
  try {
    return { api: await startApi(overrides), endpoints };
  } finally {
    unsubscribe(FASTIFY_IS_MADE, takeDown);
  }
}
