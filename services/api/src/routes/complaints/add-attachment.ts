import { addAttachment } from '@jieban/application/attachment/add-attachment';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { API } from '@jieban/contracts/api/routes';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import { z } from 'zod';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { acceptUploads, readUploadWith, uploadedFileSchema } from '../../uploads/uploaded-file';

const bodySchema = z.object({
  file: uploadedFileSchema('请选择要添加的文件', 'Any file; the attachments of one case have 50 MB in all.'),
});

const readUpload = readUploadWith({
  notAForm: '请在案件页面或登记页面选择文件后提交',
  tooLarge: '本案附件合计不能超过50 MB;请降低扫描分辨率,或分成几个较小的文件',
});

/** Answers with the place only: an officer of the accused unit may hand a scan over, and look at nothing. */
export function addAttachmentRoute(app: Api, { unitOfWork, clock }: Pick<ApiContext, 'unitOfWork' | 'clock'>): void {
  app.register((scope: Api, _options, done) => {
    acceptUploads(scope);
    scope.route({
      method: 'POST',
      url: API.complaintAttachments,
      config: { access: 'case.attach', idempotent: true },
      schema: {
        tags: ['complaints'],
        summary: '添加附件(扫描件等),原样保存',
        consumes: ['multipart/form-data'],
        params: idParamsSchema,
        body: bodySchema,
        response: { 201: z.object({ position: z.number().int() }) },
      },
      preValidation: readUpload,
      handler: async (request, reply) => {
        const { actor } = signedInOf(request);
        const id = request.params.id as ComplaintId;
        const position = await addAttachment({ unitOfWork }, actor, id, request.body.file, clock.now());
        return reply.code(201).send({ position });
      },
    });
    done();
  });
}
