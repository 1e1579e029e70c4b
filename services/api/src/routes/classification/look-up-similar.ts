import { lookUpSimilar } from '@jieban/application/classification/look-up-similar';
import { similarLookupRequestSchema, similarLookupResponseSchema } from '@jieban/contracts/api/classification';
import { API } from '@jieban/contracts/api/routes';
import { similarCaseStore } from '@jieban/db/similar-cases';
import type { UnitId } from '@jieban/domain/complaint/vocabulary';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { presentSimilarCase } from '../../presenters/similar-case';

type Needs = Pick<ApiContext, 'connection' | 'vault' | 'classifier' | 'clock'>;
/** As many as fit beside the form. */
const MOST = 5;

/** A POST that creates nothing: a caller's words travel in the body, where no log and no history of a browser sees them. */
export function lookUpSimilarRoute(app: Api, { connection: { db }, vault, classifier, clock }: Needs): void {
  const deps = { similar: similarCaseStore(db, vault), classifier };
  app.route({
    method: 'POST',
    url: API.similarLookups,
    config: { access: 'phone.log' },
    schema: {
      tags: ['phone'],
      summary: '边录边查:内容相近的在办案件',
      body: similarLookupRequestSchema,
      response: { 200: similarLookupResponseSchema },
    },
    handler: async (request) => {
      const { actor } = signedInOf(request);
      const { callerPhone, accusedUnitId, ...text } = request.body;
      const call = { text, callerPhone, accusedUnitId: accusedUnitId as UnitId | null };
      const { items, compared, isCut } = await lookUpSimilar(deps, actor, call, clock.now());
      return { items: items.slice(0, MOST).map(presentSimilarCase), compared, isCut };
    },
  });
}
