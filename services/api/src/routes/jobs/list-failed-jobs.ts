import { failedJobListSchema } from '@jieban/contracts/api/intake';
import { API } from '@jieban/contracts/api/routes';
import type { Api, ApiContext } from '../../api-context';
import { presentFailedJob } from '../../presenters/failed-job';

const MOST = 200;

export function listFailedJobsRoute(app: Api, { jobs }: Pick<ApiContext, 'jobs'>): void {
  app.route({
    method: 'GET',
    url: API.failedJobs,
    config: { access: 'jobs.read' },
    schema: { tags: ['jobs'], summary: '失败的后台任务', response: { 200: failedJobListSchema } },
    handler: async () => ({ items: (await jobs.failed(MOST)).map(presentFailedJob) }),
  });
}
