import { CaseNotFound } from '@jieban/application/case/case-errors';
import { suggestForCase } from '@jieban/application/recusal/suggest-for-case';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { accusedOfCaseSchema } from '@jieban/contracts/api/recusal';
import { API } from '@jieban/contracts/api/routes';
import { accusedStore } from '@jieban/db/accused-store';
import { readCase } from '@jieban/db/case-queries';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { presentAccused } from '../../presenters/recusal';

export function getAccusedRoute(app: Api, { connection: { db } }: Pick<ApiContext, 'connection'>): void {
  app.route({
    method: 'GET',
    url: API.complaintAccused,
    config: { access: 'accused.name' },
    schema: {
      tags: ['recusal'],
      summary: '被反映人:已认定的,以及案件文字中疑似提到的单位和人员',
      params: idParamsSchema,
      response: { 200: accusedOfCaseSchema },
    },
    handler: async (request) => {
      const { actor } = signedInOf(request);
      const facts = await readCase(db, actor, request.params.id);
      if (facts === null) throw new CaseNotFound(request.params.id);
      return presentAccused(facts.id, await suggestForCase(accusedStore(db), facts.id), actor);
    },
  });
}
