import { auditRootsQuerySchema, auditRootsSchema } from '@jieban/contracts/api/audit';
import { API } from '@jieban/contracts/api/routes';
import { listRoots } from '@jieban/db/audit-queries';
import { civilDate } from '@jieban/domain/time/civil-date';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';
import type { Api, ApiContext } from '../../api-context';

export function listAuditRootsRoute(app: Api, { connection: { db } }: Pick<ApiContext, 'connection'>): void {
  app.route({
    method: 'GET',
    url: API.auditRoots,
    config: { access: 'audit.read' },
    schema: {
      tags: ['audit'],
      summary: '审计:每日根,可抄录到系统之外留存',
      querystring: auditRootsQuerySchema,
      response: { 200: auditRootsSchema },
    },
    handler: async (request) => {
      const { before, limit } = request.query;
      const roots = await listRoots(db, before === undefined ? undefined : civilDate(before), limit);
      return {
        items: roots.map(({ day, hash, prevHash, madeAt }) => ({
          day,
          hash: hash.toString('hex'),
          previousHash: prevHash?.toString('hex') ?? null,
          madeAt: formatShanghaiInstant(madeAt),
        })),
      };
    },
  });
}
