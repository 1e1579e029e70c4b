import { CaseNotFound } from '@jieban/application/case/case-errors';
import { complaintDetailSchema } from '@jieban/contracts/api/complaint';
import { idParamsSchema } from '@jieban/contracts/api/primitives';
import { API } from '@jieban/contracts/api/routes';
import { readAccused, readCase, readClocks, readHistory, readIdentity } from '@jieban/db/case-queries';
import { lightBoundaries } from '@jieban/domain/deadline/light';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { presentClock } from '../../presenters/clock';
import { presentComplaint } from '../../presenters/complaint';

type Needs = Pick<ApiContext, 'connection' | 'vault' | 'clock' | 'calendar'>;

export function getComplaintRoute(app: Api, { connection: { db }, vault, clock, calendar }: Needs): void {
  app.route({
    method: 'GET',
    url: API.complaint,
    config: { access: 'case.read' },
    schema: {
      tags: ['complaints'],
      summary: '一个案件:事实、期限及其计算过程、办理经过',
      params: idParamsSchema,
      response: { 200: complaintDetailSchema },
    },
    handler: async (request) => {
      const { actor } = signedInOf(request);
      const facts = await readCase(db, actor, request.params.id);
      if (facts === null) throw new CaseNotFound(request.params.id);

      const [accused, clocks, history, identity] = await Promise.all([
        readAccused(db, facts.id),
        readClocks(db, facts.id),
        readHistory(db, facts.id),
        readIdentity(db, vault, facts.id),
      ]);
      const boundaries = lightBoundaries(clock.now(), calendar);
      const presented = clocks.map((each) => presentClock(each, boundaries, calendar));
      return presentComplaint({ facts, accused, clocks: presented, history, identity }, actor.role);
    },
  });
}
