import type { Api } from '../deps.ts';

/** Tells the log what was asked: by route, since a link's token in a path opens a page. */
export function logAnswers(api: Api): void {
  api.addHook('onResponse', async (request, reply) => {
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
