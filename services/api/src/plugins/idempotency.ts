// `Idempotency-Key` on every create (config.idempotent): the same request under the same key is done once and gets the
// same answer again, however often a flaky line makes the page send it.
import { claimIdempotencyKey, releaseIdempotencyKey, saveAnswer } from '@jieban/db/idempotency-store';
import type { FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { createHash } from 'node:crypto';
import type { ApiContext } from '../api-context';
import { RequestRefused } from '../request-refused';
import { signedInOf } from './authentication';
import { placeOf } from './problems';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route demands a key and answers a repetition from the store. Never for answers that name a person. */
    idempotent?: boolean;
  }
  interface FastifyRequest {
    /** The key that this request holds until it is answered. */
    heldKey: string | null;
  }
}

export const idempotency = plugin<Pick<ApiContext, 'connection' | 'clock'>>(
  (app, { connection: { db }, clock }, done) => {
    app.decorateRequest('heldKey', null);

    app.addHook('preHandler', async (request, reply) => {
      if (request.routeOptions.config.idempotent !== true) return;
      const key = readKey(request);
      const { userId } = signedInOf(request).actor;
      const claim = await claimIdempotencyKey(db, userId, key, fingerprint(request), clock.now());
      if (claim.claimed) {
        request.heldKey = key;
        return;
      }
      if (!claim.sameRequest) throw new RequestRefused(KEY_REUSED);
      if (claim.answer === null) throw new RequestRefused(IN_FLIGHT);
      return reply
        .code(claim.answer.status)
        .header('idempotency-replayed', 'true')
        .send(claim.answer.body ?? undefined);
    });

    app.addHook('onSend', async (request, reply, payload) => {
      const key = request.heldKey;
      if (key === null) return payload;
      request.heldKey = null;
      const { userId } = signedInOf(request).actor;
      try {
        if (reply.statusCode >= 400) await releaseIdempotencyKey(db, userId, key);
        else await saveAnswer(db, userId, key, { status: reply.statusCode, body: readBody(payload) });
      } catch (error) {
        // The work is done and the caller shall hear so. A repetition finds the key held for a minute, and then the
        // use case itself: a phone record by its clientId, a reply by its met clock, an import by its order numbers.
        request.log.error({ ...placeOf(request), err: error }, 'the answer could not be kept for its Idempotency-Key');
      }
      return payload;
    });
    done();
  },
  { name: 'idempotency', dependencies: ['authentication'] },
);

function readKey(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new RequestRefused({
    status: 400,
    code: 'idempotency_key_required',
    title: '请求缺少防重复编号',
    detail: '请刷新页面后重新提交(请求头 Idempotency-Key 应为1至200个可见字符)',
  });
}

/** What makes two requests the same: the route, its parameters and the validated body. Stored as a hash only. */
function fingerprint(request: FastifyRequest): Buffer {
  const subject = [request.method, request.routeOptions.url, request.params, request.body ?? null];
  return createHash('sha256').update(JSON.stringify(subject)).digest();
}

function readBody(payload: unknown): unknown {
  return typeof payload === 'string' && payload !== '' ? JSON.parse(payload) : null;
}

const KEY_REUSED = {
  status: 422,
  code: 'idempotency_key_reused',
  title: '这个编号已经用于另一次提交',
  detail: '内容与上一次提交不同;请刷新页面后重新提交',
} as const;

const IN_FLIGHT = {
  status: 409,
  code: 'request_in_flight',
  title: '正在处理同一次提交',
  detail: '请稍候再看结果,不需要重复提交',
  retryAfterSeconds: 2,
} as const;
