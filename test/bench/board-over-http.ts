// The board as a browser gets it: the api process, a session, JSON.
import { API } from '@jieban/contracts/api/routes';
import { generateKeyRingEntry } from '@jieban/runtime/encryption';
import { signIn } from '../support/api-client';
import { findFreePort } from '../support/servers/real-server';
import type { BenchDatabase } from './bench-server';
import { BENCH_PASSWORD } from './bureau';
import { startService } from './service-process';

export interface HttpBoard {
  /** Resolves when the whole answer is read; rejects when it is not 200. */
  readFirstPage(): Promise<void>;
  close(): Promise<void>;
}

/** Starts an api over the database and signs the supervisor in. */
export async function openHttpBoard({ url, bureau }: BenchDatabase): Promise<HttpBoard> {
  const port = await findFreePort();
  const api = await startService('api', {
    DATABASE_URL: url,
    JIEBAN_PORT: String(port),
    JIEBAN_ENCRYPTION_KEYS: generateKeyRingEntry(),
    JIEBAN_SESSION_SECRET: 'a secret for one benchmark, long enough',
  });
  const client = await signIn(`http://127.0.0.1:${port}`, bureau.supervisorLogin, BENCH_PASSWORD);
  return {
    async readFirstPage() {
      const answer = await client.request('GET', API.board);
      if (answer.status !== 200) throw new Error(`The board was answered ${answer.status}: ${await answer.text()}`);
      await answer.arrayBuffer();
    },
    close: () => api.stop(),
  };
}
