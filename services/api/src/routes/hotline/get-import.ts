import { hotlineImportSchema } from '@jieban/contracts/api/intake';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { API } from '@jieban/contracts/api/routes';
import { readHotlineImport } from '@jieban/db/intake-queries';
import type { Api, ApiContext } from '../../api-context';
import { presentHotlineImport } from '../../presenters/hotline-import';
import { notFound } from '../../request-refused';

export function getImportRoute(app: Api, { connection: { db } }: Pick<ApiContext, 'connection'>): void {
  app.route({
    method: 'GET',
    url: API.hotlineImport,
    config: { access: 'hotline.import' },
    schema: {
      tags: ['hotline'],
      summary: '一次热线导入的进度和结果',
      params: idParamsSchema,
      response: { 200: hotlineImportSchema },
    },
    handler: async (request) => {
      const found = await readHotlineImport(db, request.params.id);
      if (found === null) throw notFound('hotline_import_not_found', '没有找到这次导入');
      return presentHotlineImport(found);
    },
  });
}
