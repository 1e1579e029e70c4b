// What a browser may do with our pages: nothing from elsewhere, no framing by others, no guessing of types.
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import plugin from 'fastify-plugin';
import type { ApiContext } from '../api-context';

export const securityHeaders = plugin(
  async (app: FastifyInstance, { settings }: Pick<ApiContext, 'settings'>) => {
    const isHttps = settings.publicUrl.startsWith('https:');
    await app.register(helmet, {
      // Helmet's own defaults would upgrade every request to https, and inside a bureau the address is often plain http.
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          // Ant Design writes its styles at run time.
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          // The original mail stands in a sandboxed srcdoc frame.
          frameSrc: ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: isHttps,
      crossOriginOpenerPolicy: isHttps,
      originAgentCluster: isHttps,
      referrerPolicy: { policy: 'no-referrer' },
    });
    app.addHook('onRequest', (request, reply, next) => {
      // Answers hold case data: no cache on the way may keep them.
      if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
      next();
    });
  },
  { name: 'security-headers' },
);
