import type { Api, ApiDeps } from '../deps.ts';

/** Tells the composition root which requests are in flight, and the log what was asked: by route, since a link's token in a path opens a page. */
export function countRequests(api: Api, deps: ApiDeps): void {
  api.addHook('onRequest', async () => {
    deps.requestStarted?.();
  });
  api.addHook('onResponse', async (request, reply) => {
    deps.requestFinished?.();
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        actor: request.caller?.actor,
      },
      'answered',
    );
  });
}
