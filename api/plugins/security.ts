import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import type { Api, ApiDeps } from '../deps.ts';
import { STYLE_HASH } from '../pages/style.ts';
import { Problem } from '../problems/problem.ts';
import { UPLOAD_LIMITS } from '../uploads/limits.ts';

/** An office shares one address: 500 members who open a link and submit in the same minute are 1,000 requests. */
const REQUESTS_PER_MINUTE = 3_000;

/** What stands before every route: headers, limits, and the parsers of bodies. */
export async function guard(api: Api, deps: ApiDeps): Promise<void> {
  await api.register(helmet, {
    // nothing is loaded from anywhere: one inline style, known by its hash, and forms that post back
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: [STYLE_HASH],
        imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    // a link's token is in the address of its page, and must not travel on in a Referer
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: deps.baseUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
  });
  // names and texts are in almost every answer: what a route does not say of caching is no
  api.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  await api.register(rateLimit, {
    global: true,
    max: deps.requestsPerMinute ?? REQUESTS_PER_MINUTE,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, { ttl }) =>
      new Problem('too-many-requests', 'more requests came from this address than it may send', {
        retryAfterSeconds: Math.ceil(ttl / 1000),
      }),
  });
  await api.register(cookie);
  await api.register(formbody, { bodyLimit: UPLOAD_LIMITS.formBytes });
  await api.register(multipart, {
    limits: {
      fileSize: UPLOAD_LIMITS.bytes,
      files: UPLOAD_LIMITS.files,
      fields: UPLOAD_LIMITS.fields,
      fieldSize: UPLOAD_LIMITS.fieldBytes,
      fieldNameSize: 100,
      headerPairs: 20,
    },
  });
}
