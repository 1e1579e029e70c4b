// Every endpoint, who may call it and what it shows. The one table behind the authorization matrix and the recusal
// test; an endpoint that is served and stands not here fails both.
import type { Action } from '@jieban/domain/access/permissions';
import { newId } from '@jieban/runtime/ids';
import type { InjectOptions } from 'fastify';
import { NOW, PASSWORD, type UnitName } from '../api-harness';
import { letterOf } from './planted-letters';
import { answeredOrderOf, openOrderOf } from './planted-orders';
import { writeUpload } from './upload';

/** What an attempt is made with. */
export interface Attempt {
  /** The case that it is about. */
  readonly id: string;
  readonly number: string;
  readonly callerPhone: string;
  /** Of the officer who tries. */
  readonly login: string;
  readonly unitIdOf: (unit: UnitName) => string;
  readonly importId: string;
}

export interface Asked {
  /** Replaces the `:id` of the route; the id of the case when absent. */
  readonly id?: string;
  /** For the other `:names` of the route. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: InjectOptions['payload'];
  readonly headers?: Record<string, string>;
}

export interface Endpoint {
  /** Everybody, everybody who is signed in, or the roles that may do this action. */
  readonly who: 'anyone' | 'signed in' | Action;
  /**
   * `one case`: "does not exist" for whoever may not see it · `cases`: an answer for everybody, in which such a case
   * does not occur · `no case`: never shows one.
   */
  readonly about: 'one case' | 'cases' | 'no case';
  /** The status of the good answer. */
  readonly answers: number;
  /** Likewise good: the officer may see the case, but this step is not theirs, or not to be taken now. */
  readonly refuses?: 409;
  /** A file whose words do not lie open in its bytes. */
  readonly isPaper?: true;
  readonly ask?: (attempt: Attempt) => Asked;
  /** Its own sign-in for each attempt, because the endpoint ends it. */
  readonly endsSession?: true;
}

export const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  'GET /healthz': { who: 'anyone', about: 'no case', answers: 200 },
  'GET /readyz': { who: 'anyone', about: 'no case', answers: 200 },
  'GET /metrics': { who: 'anyone', about: 'no case', answers: 200 },
  'GET /api/openapi.json': { who: 'anyone', about: 'no case', answers: 200 },

  'POST /api/v1/session': {
    who: 'anyone',
    about: 'no case',
    answers: 200,
    endsSession: true,
    ask: ({ login }) => ({ body: { login, password: PASSWORD } }),
  },
  'GET /api/v1/session': { who: 'signed in', about: 'no case', answers: 200 },
  'DELETE /api/v1/session': { who: 'signed in', about: 'no case', answers: 204, endsSession: true },
  'PUT /api/v1/session/password': {
    who: 'signed in',
    about: 'no case',
    answers: 204,
    endsSession: true,
    ask: () => ({ body: { currentPassword: PASSWORD, newPassword: `${PASSWORD} again` } }),
  },

  'GET /api/v1/board': { who: 'case.read', about: 'cases', answers: 200, ask: () => ({ query: 'limit=200' }) },
  'GET /api/v1/board/counts': { who: 'case.read', about: 'no case', answers: 200 },
  'GET /api/v1/board/export': { who: 'case.read', about: 'cases', answers: 200 },

  'GET /api/v1/complaints': {
    who: 'case.read',
    about: 'cases',
    answers: 200,
    ask: ({ number }) => ({ query: `number=${number}` }),
  },
  'GET /api/v1/complaints/:id': { who: 'case.read', about: 'one case', answers: 200 },
  'GET /api/v1/complaints/:id/original': { who: 'case.read', about: 'one case', answers: 200 },
  'POST /api/v1/complaints/:id/replies': {
    who: 'case.reply',
    about: 'one case',
    answers: 204,
    refuses: 409,
    ask: () => ({
      body: { clock: 'procedural', repliedAt: NOW.toISOString(), statement: '已电话告知受理情况,并说明办理期限。' },
    }),
  },
  'POST /api/v1/complaints/:id/identity-reveals': {
    who: 'case.reveal_identity',
    about: 'one case',
    answers: 200,
    ask: () => ({ body: { reason: '需要电话核实情况' } }),
  },
  'PUT /api/v1/complaints/:id/assignment': {
    who: 'case.assign',
    about: 'one case',
    answers: 204,
    refuses: 409,
    ask: ({ unitIdOf }) => ({ body: { unitId: unitIdOf('office') } }),
  },

  'GET /api/v1/complaints/:id/classification': { who: 'case.read', about: 'one case', answers: 200 },
  'PUT /api/v1/complaints/:id/classification': {
    who: 'case.classify',
    about: 'one case',
    answers: 204,
    ask: () => ({
      body: { kind: 'enforcement-conduct', problem: 'irregular', section: null, district: null, replaces: null },
    }),
  },
  'GET /api/v1/complaints/:id/similar': { who: 'case.read', about: 'one case', answers: 200 },

  'GET /api/v1/complaints/:id/attachments': { who: 'case.read', about: 'one case', answers: 200 },
  // Each planted case has one attachment.
  'GET /api/v1/complaints/:id/attachments/:position': {
    who: 'case.read',
    about: 'one case',
    answers: 200,
    ask: () => ({ params: { position: '1' } }),
  },
  'POST /api/v1/complaints/:id/attachments': {
    who: 'case.attach',
    about: 'one case',
    answers: 201,
    ask: () => writeUpload('来信.pdf', `%PDF-${newId()}`),
  },
  'GET /api/v1/complaints/:id/letters': { who: 'letter.read', about: 'one case', answers: 200 },
  'POST /api/v1/complaints/:id/letters': {
    who: 'letter.draft',
    about: 'one case',
    answers: 201,
    ask: () => ({ body: { entries: { kind: 'acceptance', subject: '伙食' } } }),
  },
  // Each planted case has one drafted letter. Which step is whose, and when a letter may go out, is the letter's own
  // business: here it counts that the officer got as far as the letter.
  'GET /api/v1/complaints/:id/letters/:letterId': {
    who: 'letter.read',
    about: 'one case',
    answers: 200,
    ask: ({ id }) => ({ params: { letterId: letterOf(id) } }),
  },
  'PUT /api/v1/complaints/:id/letters/:letterId': {
    who: 'letter.draft',
    about: 'one case',
    answers: 204,
    ask: ({ id }) => ({
      params: { letterId: letterOf(id) },
      body: { entries: { kind: 'acceptance', subject: '伙食' }, revision: 1 },
    }),
  },
  'GET /api/v1/complaints/:id/letters/:letterId/pdf': {
    who: 'letter.read',
    about: 'one case',
    answers: 200,
    isPaper: true,
    ask: ({ id }) => ({ params: { letterId: letterOf(id) } }),
  },
  'POST /api/v1/complaints/:id/letters/:letterId/signatures': {
    who: 'letter.sign',
    about: 'one case',
    answers: 204,
    refuses: 409,
    ask: ({ id }) => ({ params: { letterId: letterOf(id) }, body: { textSha256: '0'.repeat(64) } }),
  },
  'POST /api/v1/complaints/:id/letters/:letterId/issue': {
    who: 'letter.issue',
    about: 'one case',
    answers: 204,
    refuses: 409,
    ask: ({ id }) => ({ params: { letterId: letterOf(id) }, body: {} }),
  },
  'POST /api/v1/complaints/:id/letters/:letterId/proofs': {
    who: 'letter.issue',
    about: 'one case',
    answers: 204,
    refuses: 409,
    ask: ({ id }) => ({
      params: { letterId: letterOf(id) },
      body: { kind: 'phone-reply', at: NOW.toISOString(), statement: '电话告知已受理' },
    }),
  },
  'POST /api/v1/hand-registrations': {
    who: 'arrival.register',
    about: 'no case',
    answers: 201,
    ask: () => ({
      body: {
        channel: 'letter',
        clientId: newId(),
        subject: '来信反映',
        content: '押金不退。',
        signedForOn: '2024-05-14',
      },
    }),
  },

  'GET /api/v1/complaints/:id/accused': { who: 'accused.name', about: 'one case', answers: 200 },
  'POST /api/v1/complaints/:id/accused': {
    who: 'accused.name',
    about: 'one case',
    answers: 204,
    ask: () => ({
      body: { decision: 'accused', party: { text: '不在名册上的某人' }, reason: '来信人电话中说明' },
    }),
  },
  'DELETE /api/v1/complaints/:id/accused': {
    who: 'accused.name',
    about: 'one case',
    answers: 204,
    ask: () => ({ body: { position: 999, reason: '登记时误认' } }),
  },
  'GET /api/v1/complaints/:id/interests': { who: 'case.read', about: 'one case', answers: 200 },
  'POST /api/v1/complaints/:id/interests': {
    who: 'interest.declare',
    about: 'one case',
    answers: 204,
    ask: () => ({ body: { reason: '与来信反映的机构有亲属关系' } }),
  },
  // Nobody declared an interest in a planted case, and that is what whoever may decide is told.
  'POST /api/v1/complaints/:id/interests/decision': {
    who: 'interest.decide',
    about: 'one case',
    answers: 409,
    ask: () => ({ body: { interestId: newId(), decision: 'recused' } }),
  },

  'GET /api/v1/audit/events': {
    who: 'audit.read',
    about: 'cases',
    answers: 200,
    ask: ({ number }) => ({ query: `number=${number}` }),
  },
  'GET /api/v1/audit/roots': { who: 'audit.read', about: 'no case', answers: 200 },

  'GET /api/v1/complaints/:id/moves': { who: 'case.read', about: 'one case', answers: 200 },
  'POST /api/v1/complaints/:id/moves': {
    who: 'case.move',
    about: 'one case',
    answers: 200,
    refuses: 409,
    ask: () => ({ body: { move: 'start' } }),
  },
  'GET /api/v1/units/:id/people': {
    who: 'unit.people',
    about: 'no case',
    answers: 200,
    ask: ({ unitIdOf }) => ({ id: unitIdOf('elderly') }),
  },

  'POST /api/v1/phone-records': {
    who: 'phone.log',
    about: 'no case',
    answers: 201,
    ask: () => ({
      body: { clientId: newId(), subject: '来电咨询', content: '询问低保办理材料。', calledAt: NOW.toISOString() },
    }),
  },
  'GET /api/v1/phone-drafts': { who: 'phone.log', about: 'no case', answers: 200 },
  'PUT /api/v1/phone-drafts/:id': {
    who: 'phone.log',
    about: 'no case',
    answers: 200,
    ask: () => ({ id: newId(), body: { content: '还没有说完' } }),
  },
  'DELETE /api/v1/phone-drafts/:id': { who: 'phone.log', about: 'no case', answers: 204 },
  'POST /api/v1/caller-lookups': {
    who: 'phone.log',
    about: 'cases',
    answers: 200,
    ask: ({ callerPhone }) => ({ body: { phone: callerPhone } }),
  },

  'POST /api/v1/similar-lookups': {
    who: 'phone.log',
    about: 'cases',
    answers: 200,
    // The planted cases are told in nearly the same words; the caller's number puts the one in question first.
    ask: ({ callerPhone }) => ({ body: { content: '两名工作人员到养老院检查,没有出示执法证。', callerPhone } }),
  },

  'POST /api/v1/hotline/imports': {
    who: 'hotline.import',
    about: 'no case',
    answers: 201,
    ask: () => writeUpload('12345导出.csv', '工单编号\r\n'),
  },
  'GET /api/v1/hotline/imports': { who: 'hotline.import', about: 'no case', answers: 200 },
  'GET /api/v1/hotline/imports/:id': {
    who: 'hotline.import',
    about: 'no case',
    answers: 200,
    ask: ({ importId }) => ({ id: importId }),
  },

  'GET /api/v1/intake-items': {
    who: 'intake.read',
    about: 'cases',
    answers: 200,
    ask: () => ({ query: 'state=registered&limit=200' }),
  },
  'GET /api/v1/mailboxes': { who: 'mailbox.read', about: 'no case', answers: 200 },

  'GET /api/v1/jobs/failed': { who: 'jobs.read', about: 'no case', answers: 200 },
  'POST /api/v1/jobs/failed/:id/retry': { who: 'jobs.retry', about: 'no case', answers: 204 },

  // Each planted case stands on two orders (planted-orders.ts).
  'POST /api/v1/supervision-orders': {
    who: 'supervision.issue',
    about: 'one case',
    answers: 201,
    ask: ({ id }) => ({
      body: {
        kind: 'supervision',
        complaintIds: [id],
        reason: '多次反映',
        instruction: '请限期办理并报告',
        workingDays: 5,
      },
    }),
  },
  'GET /api/v1/supervision-orders': {
    who: 'case.read',
    about: 'cases',
    answers: 200,
    ask: ({ number }) => ({ query: `number=${number}` }),
  },
  'GET /api/v1/supervision-orders/:id': {
    who: 'case.read',
    about: 'one case',
    answers: 200,
    ask: ({ id }) => ({ id: openOrderOf(id) }),
  },
  'POST /api/v1/supervision-orders/:id/answers': {
    who: 'supervision.answer',
    about: 'one case',
    answers: 204,
    ask: ({ id }) => ({ id: openOrderOf(id), body: { complaintId: id, answer: '已核实,正在依法处理。' } }),
  },
  'POST /api/v1/supervision-orders/:id/reviews': {
    who: 'supervision.review',
    about: 'one case',
    answers: 204,
    ask: ({ id }) => ({ id: answeredOrderOf(id), body: { complaintId: id, verdict: 'accept' } }),
  },

  'GET /api/v1/units': { who: 'signed in', about: 'no case', answers: 200 },
};

export const HOW_TO_ENTER =
  'Add it to test/integration/access/endpoint-table.ts: `who` may call it (an action of the policy), whether it is ' +
  '`about` one case, cases or no case, the status that it `answers`, and what to `ask` of it.';
