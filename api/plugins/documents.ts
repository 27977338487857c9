import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { Api, ApiDeps } from '../deps.ts';
import { describeBodies } from './requestBodies.ts';

/** The API's description, made from the schemas that check its requests: JSON at /docs/json, a page at /docs. */
export async function document(api: Api, deps: ApiDeps): Promise<void> {
  await api.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'dondoc',
        version: '1',
        description:
          "Carries out a committee's notice: its processes, periods, obligations, letters, findings and decisions. Times are instants in UTC on the notice's clock. Problems are RFC 9457 documents.",
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: deps.baseUrl }],
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: (given) => describeBodies(jsonSchemaTransformObject(given)),
  });
  await api.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: { validatorUrl: null }, // its badge would send the description to a stranger
    staticCSP:
      "default-src 'self'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'; base-uri 'self'",
  });
}
