import { confirmClassification } from '@jieban/application/classification/confirm-classification';
import { confirmClassificationRequestSchema } from '@jieban/contracts/api/classification';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { API } from '@jieban/contracts/api/routes';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';

type Needs = Pick<ApiContext, 'unitOfWork' | 'classifier' | 'clock'>;

export function confirmClassificationRoute(app: Api, { unitOfWork, classifier, clock }: Needs): void {
  app.route({
    method: 'PUT',
    url: API.complaintClassification,
    config: { access: 'case.classify' },
    schema: {
      tags: ['classification'],
      summary: '确认分类:类型、一个主要问题类别、业务领域、区县',
      params: idParamsSchema,
      body: confirmClassificationRequestSchema,
    },
    handler: async (request, reply) => {
      const { actor } = signedInOf(request);
      const id = request.params.id as ComplaintId;
      await confirmClassification({ unitOfWork, classifier }, actor, id, request.body, clock.now());
      return reply.code(204).send();
    },
  });
}
