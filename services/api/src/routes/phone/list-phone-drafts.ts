import { phoneDraftSchema } from '@jieban/contracts/api/phone';
import { API } from '@jieban/contracts/api/routes';
import { z } from 'zod';
import type { Api, ApiContext } from '../../api-context';
import { signedInOf } from '../../plugins/authentication';
import { presentPhoneDraft } from '../../presenters/phone-draft';

const listSchema = z.object({ items: z.array(phoneDraftSchema) });

export function listPhoneDraftsRoute(app: Api, { unitOfWork }: Pick<ApiContext, 'unitOfWork'>): void {
  app.route({
    method: 'GET',
    url: API.phoneDrafts,
    config: { access: 'phone.log' },
    schema: { tags: ['phone'], summary: '自己没有登记完的来电', response: { 200: listSchema } },
    handler: async (request) => {
      const { userId } = signedInOf(request).actor;
      const drafts = await unitOfWork.transaction(({ phoneDrafts }) => phoneDrafts.ofOfficer(userId));
      return { items: drafts.map(presentPhoneDraft) };
    },
  });
}
