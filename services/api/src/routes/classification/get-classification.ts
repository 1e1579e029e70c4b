import { suggestClassification } from '@jieban/application/classification/suggest-classification';
import { classificationSchema } from '@jieban/contracts/api/classification';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { API } from '@jieban/contracts/api/routes';
import { classificationStore } from '@jieban/db/classification-store';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { presentClassification } from '../../presenters/classification';

type Needs = Pick<ApiContext, 'connection' | 'classifier'>;

/** The reasons quote the case: they are shown to whoever may see it, and stand in no log. */
export function getClassificationRoute(app: Api, { connection, classifier }: Needs): void {
  const deps = { classification: classificationStore(connection.db), classifier };
  app.route({
    method: 'GET',
    url: API.complaintClassification,
    config: { access: 'case.read' },
    schema: {
      tags: ['classification'],
      summary: '分类:已确认的结果,以及带依据词语的建议',
      params: idParamsSchema,
      response: { 200: classificationSchema },
    },
    handler: async (request) => {
      const { actor } = signedInOf(request);
      const id = request.params.id as ComplaintId;
      return presentClassification(id, await suggestClassification(deps, actor, id), actor.role);
    },
  });
}
