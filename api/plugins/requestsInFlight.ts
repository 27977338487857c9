import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { enterRequest, leaveRequest } from '../../db/clock/requestsInFlight.ts';
import type { Api, ApiDeps } from '../deps.ts';

/** Keeps in the register which requests a rehearsal's API is answering, since the clock must not leap meanwhile. */
export function countRequests(api: Api, { pool, clock }: ApiDeps): void {
  if (clock !== 'rehearsal') return;
  const started = new WeakMap<FastifyReply, string>();
  const leaving = new Set<Promise<void>>();
  const finish = (reply: FastifyReply): void => {
    const id = started.get(reply);
    if (id === undefined) return;
    started.delete(reply);
    const left = leaveRequest(pool, id)
      .catch((error: unknown) => reply.log.error(error, 'a request stays counted as in flight'))
      .finally(() => leaving.delete(left));
    leaving.add(left);
  };
  api.addHook('onRequest', async (_request, reply) => {
    const id = randomUUID();
    await enterRequest(pool, id);
    started.set(reply, id);
    // a sender who hangs up gets no answer, so that no hook after an answer runs
    if (reply.raw.destroyed) finish(reply);
    else reply.raw.once('close', () => finish(reply));
  });
  api.addHook('onResponse', async (_request, reply) => finish(reply));
  api.addHook('onClose', async () => {
    await Promise.all(leaving);
  });
}
