import { CaseNotFound } from '@jieban/application/case/case-errors';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { interestsOfCaseSchema } from '@jieban/contracts/api/recusal';
import { API } from '@jieban/contracts/api/routes';
import { readCase } from '@jieban/db/case-queries';
import { readInterests } from '@jieban/db/interest-store';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { presentInterests } from '../../presenters/recusal';

export function listInterestsRoute(app: Api, { connection: { db } }: Pick<ApiContext, 'connection'>): void {
  app.route({
    method: 'GET',
    url: API.complaintInterests,
    config: { access: 'case.read' },
    schema: {
      tags: ['recusal'],
      summary: '回避声明及其决定',
      params: idParamsSchema,
      response: { 200: interestsOfCaseSchema },
    },
    handler: async (request) => {
      const { actor } = signedInOf(request);
      const facts = await readCase(db, actor, request.params.id);
      if (facts === null) throw new CaseNotFound(request.params.id);
      return presentInterests(facts.id, await readInterests(db, facts.id), actor);
    },
  });
}
