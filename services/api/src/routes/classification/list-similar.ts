import { findSimilar } from '@jieban/application/classification/find-similar';
import { similarCasesSchema } from '@jieban/contracts/api/classification';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { API } from '@jieban/contracts/api/routes';
import { classificationStore } from '@jieban/db/classification-store';
import { similarCaseStore } from '@jieban/db/similar-cases';
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { presentSimilarCase } from '../../presenters/similar-case';

type Needs = Pick<ApiContext, 'connection' | 'vault' | 'classifier'>;
/** More than a person would look through. */
const MOST = 20;

export function listSimilarRoute(app: Api, { connection: { db }, vault, classifier }: Needs): void {
  const deps = { similar: similarCaseStore(db, vault), classification: classificationStore(db), classifier };
  app.route({
    method: 'GET',
    url: API.complaintSimilar,
    config: { access: 'case.read' },
    schema: {
      tags: ['classification'],
      summary: '可能重复或相关的案件,各带理由;并案须由人决定',
      params: idParamsSchema,
      response: { 200: similarCasesSchema },
    },
    handler: async (request) => {
      const { actor } = signedInOf(request);
      const id = request.params.id as ComplaintId;
      const { items, compared, isCut } = await findSimilar(deps, actor, id);
      return { complaintId: id, items: items.slice(0, MOST).map(presentSimilarCase), compared, isCut };
    },
  });
}
