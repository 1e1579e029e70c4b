import { hotlineImportListSchema } from '@jieban/contracts/api/intake';
import { API } from '@jieban/contracts/api/routes';
import { listHotlineImports } from '@jieban/db/intake-queries';
import type { Api, ApiContext } from '../../api-context';
import { presentHotlineImport } from '../../presenters/hotline-import';

const MOST = 50;

export function listImportsRoute(app: Api, { connection: { db } }: Pick<ApiContext, 'connection'>): void {
  app.route({
    method: 'GET',
    url: API.hotlineImports,
    config: { access: 'hotline.import' },
    schema: { tags: ['hotline'], summary: '最近的热线导入', response: { 200: hotlineImportListSchema } },
    handler: async () => ({ items: (await listHotlineImports(db, MOST)).map(presentHotlineImport) }),
  });
}
