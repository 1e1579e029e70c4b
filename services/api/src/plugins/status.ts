// /healthz (the process answers), /readyz (it can work) and /metrics, as in every process of the house. They name no
// person and no case; in front of a public network the proxy keeps them to itself.
import { isMigrated } from '@jieban/db/migrate';
import { runReadinessChecks } from '@jieban/runtime/status-server';
import plugin from 'fastify-plugin';
import type { ApiContext } from '../api-context';

export const status = plugin<Pick<ApiContext, 'connection' | 'jobs' | 'registry'>>(
  (app, { connection, jobs, registry }, done) => {
    // Asked every few seconds by machines: only what goes wrong is worth a line.
    const hidden = { schema: { hide: true }, logLevel: 'warn' } as const;
    app.get('/healthz', hidden, () => ({ ok: true }));
    app.get('/readyz', hidden, async (_request, reply) => {
      const result = await runReadinessChecks({
        database: async () => {
          await connection.sql`select 1`;
          return { ok: true };
        },
        migrations: async () => ({ ok: await isMigrated(connection) }),
        queue: async () => ({ ok: true, detail: { ...(await jobs.counts()) } }),
      });
      return reply.code(result.ok ? 200 : 503).send(result);
    });
    app.get('/metrics', hidden, async (_request, reply) =>
      reply.type(registry.contentType).send(await registry.metrics()),
    );
    done();
  },
  { name: 'status' },
);
