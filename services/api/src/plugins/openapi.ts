// The description of the API, made from the same schemas that judge the requests. OpenAPI 3.1 at /api/openapi.json.
import swagger from '@fastify/swagger';
import { problemSchema } from '@jieban/contracts/api/primitives';
import type { FastifyInstance } from 'fastify';
import plugin from 'fastify-plugin';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';

export const OPENAPI_PATH = '/api/openapi.json';

export const openapi = plugin(
  async (app: FastifyInstance) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Jieban 接办',
          description: 'Complaint intake and deadline enforcement for a civil-affairs bureau.',
          version: '1',
        },
        components: {
          securitySchemes: {
            session: { type: 'apiKey', in: 'cookie', name: 'jieban_session' },
            csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token' },
          },
        },
      },
      transform: describeRoute,
    });
    app.get(OPENAPI_PATH, { schema: { hide: true } }, () => app.swagger());
  },
  { name: 'openapi' },
);

const problem = z.toJSONSchema(problemSchema, { target: 'draft-2020-12' });

type Transform = typeof jsonSchemaTransform;

/** Adds what every route shares: the problem document, the key of creates, and the session. */
const describeRoute: Transform = (document) => {
  const { schema, url } = jsonSchemaTransform(document);
  const { access, idempotent } = document.route.config ?? {};
  const changes = document.route.method !== 'GET';
  const described = {
    ...schema,
    response: {
      '2xx': { description: 'Done.', type: 'null' },
      ...(schema.response as Record<string, unknown> | undefined),
      default: {
        description: 'RFC 9457 problem document.',
        content: { 'application/problem+json': { schema: problem } },
      },
    },
    ...(idempotent === true ? { headers: IDEMPOTENCY_KEY } : {}),
    ...(access === 'public' ? {} : { security: [{ session: [], ...(changes ? { csrf: [] } : {}) }] }),
  };
  return { schema: described, url };
};

const IDEMPOTENCY_KEY = {
  type: 'object',
  required: ['idempotency-key'],
  properties: {
    'idempotency-key': {
      type: 'string',
      maxLength: 200,
      description: 'Chosen by the caller; the same key with the same request is done once.',
    },
  },
};
