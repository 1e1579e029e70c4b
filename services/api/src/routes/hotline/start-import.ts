import { startHotlineImport } from '@jieban/application/hotline/start-import';
import { hotlineImportSchema } from '@jieban/contracts/api/intake';
import { API } from '@jieban/contracts/api/routes';
import { readHotlineImport } from '@jieban/db/intake-queries';
import { newId } from '@jieban/runtime/ids';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { presentHotlineImport } from '../../presenters/hotline-import';
import { acceptUploads } from '../../uploads/uploaded-file';
import { readUpload, uploadSchema } from './uploaded-file';

type Needs = Pick<ApiContext, 'connection' | 'unitOfWork' | 'clock'>;

/** Stores the file and queues its import; the worker reads it, and the page asks how it goes. */
export function startImportRoute(app: Api, { connection: { db }, unitOfWork, clock }: Needs): void {
  app.register((scope: Api, _options, done) => {
    acceptUploads(scope);
    scope.route({
      method: 'POST',
      url: API.hotlineImports,
      config: { access: 'hotline.import', idempotent: true },
      schema: {
        tags: ['hotline'],
        summary: '上传12345热线导出文件并开始导入',
        consumes: ['multipart/form-data'],
        body: uploadSchema,
        response: { 201: hotlineImportSchema },
      },
      preValidation: readUpload,
      handler: async (request, reply) => {
        const { userId } = signedInOf(request).actor;
        const { dryRun, file } = request.body;
        const upload = { fileName: file.fileName, bytes: file.bytes, dryRun };
        const id = await startHotlineImport({ unitOfWork, newId }, upload, userId, clock.now());
        const started = await readHotlineImport(db, id);
        if (started === null) throw new Error(`Import ${id} was stored and is not there.`);
        return reply.code(201).send(presentHotlineImport(started));
      },
    });
    done();
  });
}
