// Every error becomes an RFC 9457 problem document here and nowhere else, and is logged here exactly once: warn for
// what the caller got wrong, error for what we did. Neither holds a value that somebody sent (I6); what a person needs
// to quote is the request id.
import { ActionRefused, CaseNotFound } from '@jieban/application/case/case-errors';
import { AttachmentsTooLarge } from '@jieban/application/attachment/add-attachment';
import { RecordRefused } from '@jieban/application/register-by-hand/record-refused';
import { OrderNotFound } from '@jieban/application/supervision/order-errors';
import { InvalidInnerDueDay } from '@jieban/domain/supervision/inner-due-day';
import { OrderMoveRefused } from '@jieban/domain/supervision/order-moves';
import { LetterHasProblems, LetterNotFound, LetterRefused } from '@jieban/application/letters/letter-errors';
import type { Problem } from '@jieban/contracts/api/primitives';
import { JobError } from '@jieban/jobs/job-errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { fieldsInvalid, RequestRefused, type Refusal } from '../request-refused';
import { ImpossibleClockEvent } from '@jieban/domain/clock/clock-errors';
import { TransitionRefused } from '@jieban/domain/complaint/transition-refused';
import { isConnectionLoss } from './connection-loss';

export const problems = plugin(
  (app, _options, done) => {
    app.setErrorHandler((error, request, reply) => {
      const refusal = refusalOf(error);
      if (refusal === null || refusal.status === 503) {
        request.log.error({ ...placeOf(request), err: error }, 'request failed');
      } else {
        // Without the error itself: a parser's message repeats what it could not parse.
        request.log.warn({ ...placeOf(request), status: refusal.status, code: refusal.code }, 'request refused');
      }
      return sendProblem(request, reply, refusal);
    });
    done();
  },
  { name: 'problems' },
);

/**
 * For what the router refuses before any route or hook is reached: an address that does not decode, a part of it that
 * is too long. Fastify's own answer would repeat the address.
 */
export function refuseAddress(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const { status, code } = ADDRESS_REFUSED;
  request.log.warn({ method: request.method, route: 'unmatched', status, code }, 'request refused');
  void sendProblem(request, reply.header('x-request-id', request.id), ADDRESS_REFUSED);
}

const ADDRESS_REFUSED: Refusal = {
  status: 400,
  code: 'address_unreadable',
  title: '这个地址无法读取',
  detail: '请返回首页重新选择',
};

/** The route's pattern, never the address: addresses hold ids and search words. The request's id stands in its logger. */
export function placeOf(request: FastifyRequest) {
  return {
    method: request.method,
    route: request.routeOptions.url ?? 'unmatched',
    userId: request.signedIn?.actor.userId ?? null,
  };
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, refusal: Refusal | null) {
  const problem: Problem = {
    type: `urn:jieban:problem:${refusal?.code ?? 'internal'}`,
    title: refusal?.title ?? '系统出错了',
    status: refusal?.status ?? 500,
    detail: refusal?.detail ?? `请稍后再试;如果仍然出错,请把编号 ${request.id} 告诉系统管理员`,
    code: refusal?.code ?? 'internal',
    requestId: request.id,
    ...refusal?.members,
    ...(refusal?.errors === undefined ? {} : { errors: [...refusal.errors] }),
  };
  if (refusal?.retryAfterSeconds !== undefined) void reply.header('retry-after', refusal.retryAfterSeconds);
  // Sent as text: the route's own response schemas are those of its good answers.
  return reply.code(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}

/** The table from typed errors to answers. Null: an error of ours, about which the caller learns nothing. */
function refusalOf(error: unknown): Refusal | null {
  if (error instanceof RequestRefused) return error.refusal;
  if (error instanceof CaseNotFound)
    return { status: 404, code: error.code, title: error.publicMessage, detail: '请返回列表重新选择' };
  if (error instanceof OrderNotFound)
    return { status: 404, code: error.code, title: error.publicMessage, detail: '请返回列表重新选择' };
  if (error instanceof InvalidInnerDueDay)
    return { ...fieldsInvalid([{ field: 'workingDays', message: error.publicMessage }]).refusal, code: error.code };
  if (error instanceof OrderMoveRefused)
    return { status: 409, code: error.code, title: '不能进行此操作', detail: error.publicMessage };
  if (error instanceof TransitionRefused) {
    const { code, state, move, allowedMoves, publicMessage } = error;
    const members = { state, move, allowedMoves };
    return { status: 409, code, title: '现在不能办理此事项', detail: publicMessage, members };
  }
  // A day that contradicts what is recorded: before the receipt, or before the answer that it follows.
  if (error instanceof ImpossibleClockEvent)
    return { status: 409, code: 'clock_refused', title: '与期限记录不符', detail: '请检查填写的日期和时间' };
  if (error instanceof LetterNotFound)
    return { status: 404, code: error.code, title: error.publicMessage, detail: '请返回本件的文书列表重新选择' };
  if (error instanceof LetterRefused)
    return { status: 409, code: error.code, title: '不能进行此操作', detail: error.publicMessage };
  if (error instanceof LetterHasProblems)
    return {
      status: 409,
      code: error.code,
      title: '文书还有需要改正之处',
      detail: '请按提示修改后重新签批',
      errors: error.problems.map(({ field, message }) => ({ field, message })),
    };
  // The role was judged before (403); what a use case refuses stands against the state of the case.
  if (error instanceof ActionRefused)
    return { status: 409, code: error.code, title: '不能进行此操作', detail: error.publicMessage };
  if (error instanceof RecordRefused)
    return { ...fieldsInvalid([{ field: error.field, message: error.publicMessage }]).refusal, code: error.code };
  if (error instanceof AttachmentsTooLarge)
    return { status: 413, code: error.code, title: '附件太大', detail: error.publicMessage };
  if (error instanceof JobError && error.code === 'job.not-found')
    return { status: 404, code: 'job_not_found', title: '没有找到这个任务', detail: '它可能已经重试成功,请刷新列表' };
  if (error instanceof JobError && error.code === 'job.not-failed')
    return { status: 409, code: 'job_not_failed', title: '这个任务没有失败,不需要重试', detail: '请刷新列表' };
  if (isConnectionLoss(error) || (error instanceof JobError && error.code === 'jobs.unreachable')) return UNAVAILABLE;
  return refusalOfFramework(error);
}

const UNAVAILABLE: Refusal = {
  status: 503,
  code: 'temporarily_unavailable',
  title: '系统暂时无法使用',
  detail: '数据库或任务队列没有应答,请稍后再试;填写的内容不会丢失',
  retryAfterSeconds: 5,
};

/** Fastify and its plugins mark what the caller got wrong with a status of their own. */
function refusalOfFramework(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !('statusCode' in error)) return null;
  if (error.statusCode === 413)
    return { status: 413, code: 'request_too_large', title: '提交的内容过大', detail: '请减少内容后重新提交' };
  if (error.statusCode === 415 || error.statusCode === 406)
    return { status: 415, code: 'media_type_refused', title: '不支持这种提交格式', detail: '请刷新页面后重试' };
  if (typeof error.statusCode === 'number' && error.statusCode >= 400 && error.statusCode < 500)
    return { status: 400, code: 'request_unreadable', title: '提交的内容无法读取', detail: '请刷新页面后重试' };
  return null;
}
