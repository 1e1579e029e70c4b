import { callerLookupRequestSchema, callerLookupResponseSchema } from '@jieban/contracts/api/phone';
import { API } from '@jieban/contracts/api/routes';
import { listCases } from '@jieban/db/case-queries';
import { lightBoundaries, lightWithin } from '@jieban/domain/deadline/light';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { presentComplaintSummary } from '../../presenters/complaint';

type Needs = Pick<ApiContext, 'connection' | 'vault' | 'clock' | 'calendar'>;
const MOST = 20;

/** A POST that creates nothing: the number travels in the body, where no log and no history of a browser sees it. */
export function lookUpCallerRoute(app: Api, { connection: { db }, vault, clock, calendar }: Needs): void {
  app.route({
    method: 'POST',
    url: API.callerLookups,
    config: { access: 'phone.log' },
    schema: {
      tags: ['phone'],
      summary: '同一来电号码以前的案件',
      body: callerLookupRequestSchema,
      response: { 200: callerLookupResponseSchema },
    },
    handler: async (request) => {
      const { actor } = signedInOf(request);
      const boundaries = lightBoundaries(clock.now(), calendar);
      const lines = await listCases(db, vault, actor, { callerPhone: request.body.phone }, MOST);
      return {
        items: lines.map((line) => {
          const { id, number, subject, state, receivedAt } = presentComplaintSummary(line);
          const light = line.open === null ? null : lightWithin(line.open, boundaries);
          return { complaintId: id, number, subject, state, receivedAt, light };
        }),
      };
    },
  });
}
