import { API } from '@jieban/contracts/api/routes';
import { z } from 'zod';
import type { Api, ApiContext } from '../../api-context';

/** A job's id is its name and key, not a UUID. */
const paramsSchema = z.object({ id: z.string().min(1).max(300) });

export function retryFailedJobRoute(app: Api, { jobs }: Pick<ApiContext, 'jobs'>): void {
  app.route({
    method: 'POST',
    url: API.failedJobRetry,
    config: { access: 'jobs.retry', idempotent: true },
    schema: { tags: ['jobs'], summary: '重试失败的后台任务', params: paramsSchema },
    handler: async (request, reply) => {
      await jobs.retry(request.params.id);
      return reply.code(204).send();
    },
  });
}
