// How long requests take, by the route's pattern, and one log line for each that was answered well (refusals and
// failures are logged where they become problems).
import { Histogram } from '@jieban/runtime/metrics';
import plugin from 'fastify-plugin';
import type { ApiContext } from '../api-context';
import { placeOf } from './problems';

export const requestMetrics = plugin<Pick<ApiContext, 'registry'>>(
  (app, { registry }, done) => {
    const durations = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from the first byte of a request to the last of its answer.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [registry],
    });
    app.addHook('onResponse', (request, reply, next) => {
      const place = placeOf(request);
      const milliseconds = reply.elapsedTime;
      durations.observe({ method: place.method, route: place.route, status: reply.statusCode }, milliseconds / 1000);
      if (reply.statusCode < 400)
        request.log.info({ ...place, status: reply.statusCode, milliseconds: Math.round(milliseconds) }, 'answered');
      next();
    });
    done();
  },
  { name: 'request-metrics' },
);
