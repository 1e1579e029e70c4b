// The built web app, and what an unknown address gets: index.html for a page (the router in the browser knows it), a
// problem document for the API, a plain 404 for a file.
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { extname } from 'node:path';
import type { ApiContext } from '../api-context';
import { notFound } from '../request-refused';

export const webApp = plugin(
  async (app: FastifyInstance, { webRoot }: Pick<ApiContext, 'webRoot'>) => {
    if (webRoot !== null) {
      await app.register(fastifyStatic, {
        root: webRoot,
        schemaHide: true,
        cacheControl: false,
        setHeaders: (reply, path) => {
          // Files under assets/ carry a hash in their name; index.html names them and must be asked for each time.
          const isHashed = path.includes('/assets/');
          void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
        },
      });
    }
    app.setNotFoundHandler((request, reply) => {
      if (webRoot !== null && isPage(request)) return reply.sendFile('index.html');
      throw notFound('route_not_found', '没有这个地址');
    });
  },
  { name: 'web-app', dependencies: ['problems'] },
);

function isPage({ method, url }: FastifyRequest): boolean {
  const path = url.split('?')[0] ?? '/';
  return (method === 'GET' || method === 'HEAD') && !/^\/api(\/|$)/.test(path) && extname(path) === '';
}
