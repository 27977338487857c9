import type { FastifyReply } from 'fastify';
import type { Api, ApiDeps } from '../deps.ts';

/**
 * Tells the composition root which requests are in flight, and the log what was asked: by route, since a link's token in
 * a path opens a page.
 */
export function countRequests(api: Api, deps: ApiDeps): void {
  const started = new WeakSet<FastifyReply>();
  const finish = (reply: FastifyReply): void => {
    if (started.delete(reply)) deps.requestFinished?.();
  };
  api.addHook('onRequest', async (_request, reply) => {
    started.add(reply);
    deps.requestStarted?.();
    // a sender who hangs up gets no answer, so that no hook after an answer runs
    reply.raw.once('close', () => finish(reply));
  });
  api.addHook('onResponse', async (request, reply) => {
    finish(reply);
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
