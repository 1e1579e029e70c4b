// Puts the application together without listening, so that a test can ask it directly. Everything from outside comes
// in through the context.
import fastify, { LogController, type FastifyBaseLogger } from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { newId } from '@jieban/runtime/ids';
import type { Api, ApiContext } from './api-context';
import { authentication } from './plugins/authentication';
import { csrf } from './plugins/csrf';
import { idempotency } from './plugins/idempotency';
import { openapi } from './plugins/openapi';
import { problems, refuseAddress } from './plugins/problems';
import { requestMetrics } from './plugins/request-metrics';
import { securityHeaders } from './plugins/security-headers';
import { sessions } from './plugins/sessions';
import { signInLimit } from './plugins/sign-in-limit';
import { status } from './plugins/status';
import { validateRequest } from './plugins/validation';
import { webApp } from './plugins/web-app';
import { ROUTES } from './routes';

/** A large export may come over a slow line. */
const REQUEST_TIMEOUT_MS = 5 * 60_000;

export async function buildApp(context: ApiContext): Promise<Api> {
  const loggerInstance: FastifyBaseLogger = context.logger;
  const app = fastify({
    loggerInstance,
    // Fastify would log addresses, and those hold search words; plugins/request-metrics logs patterns instead.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: newId,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: 75_000,
    // The server itself speaks plain http: an https address means that a proxy stands directly in front of it, and
    // that one hop, no further one, says where a request came from.
    trustProxy: context.settings.publicUrl.startsWith('https:') ? (_address, hop) => hop === 0 : false,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: refuseAddress,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validateRequest);
  app.setSerializerCompiler(serializerCompiler);
  app.addHook('onRequest', (request, reply, next) => {
    void reply.header('x-request-id', request.id);
    next();
  });

  await app.register(problems);
  await app.register(requestMetrics, context);
  await app.register(securityHeaders, context);
  // In this order at each request: whose session, who is it and may they, is it their own page that asks.
  await app.register(sessions, context);
  await app.register(authentication, context);
  await app.register(csrf);
  await app.register(idempotency, context);
  await app.register(signInLimit);
  await app.register(openapi);
  await app.register(status, context);
  await app.register(webApp, context);
  for (const register of ROUTES) register(app, context);
  return app;
}
