import { z } from 'zod';
import { callerOf } from '../auth/caller.ts';
import type { ApiDeps, Routes } from '../deps.ts';
import { operation } from '../schemas/operation.ts';

const Part = z.enum(['up', 'down']);

/** Whether the process lives, and whether what it needs can be reached. */
export const healthRoutes: Routes = (api, deps) => {
  api.get(
    '/health',
    {
      schema: operation(
        {
          id: 'live',
          tag: 'health',
          summary: 'Whether the process lives',
          description: 'Asks nothing of anybody else.',
          refuses: [],
          open: true,
        },
        { response: { 200: z.object({ status: z.literal('live') }) } },
      ),
    },
    () => ({ status: 'live' as const }),
  );

  api.get(
    '/ready',
    {
      schema: operation(
        {
          id: 'ready',
          tag: 'health',
          summary: 'Whether the register and Temporal can be reached',
          description:
            'Submissions are taken without Temporal, so that `degraded` is still 200; without the register it is 503. With an admin token the answer says which part.',
          refuses: [],
          open: true,
        },
        {
          response: {
            200: Readiness,
            503: Readiness,
          },
        },
      ),
    },
    async (request, reply) => {
      const [register, temporal] = await Promise.all([
        registerUp(deps),
        deps.processes.reachable().then((up) => (up ? 'up' : 'down') as z.infer<typeof Part>),
      ]);
      const status = register === 'down' ? 'down' : temporal === 'down' ? 'degraded' : 'ready';
      const isAdmin = register === 'up' && (await asksAsAdmin(deps, request.headers.authorization));
      return reply
        .code(register === 'down' ? 503 : 200)
        .header('cache-control', 'no-store')
        .send({ status, ...(isAdmin && { parts: { register, temporal } }) });
    },
  );
};

const Readiness = z
  .object({
    status: z.enum(['ready', 'degraded', 'down']),
    parts: z.object({ register: Part, temporal: Part }).optional(),
  })
  .meta({ examples: [{ status: 'ready' }] });

async function registerUp(deps: ApiDeps): Promise<z.infer<typeof Part>> {
  try {
    await deps.pool.query('select 1');
    return 'up';
  } catch (error) {
    deps.logger.warn({ error: String(error) }, 'the register cannot be reached');
    return 'down';
  }
}

async function asksAsAdmin(deps: ApiDeps, header: string | undefined): Promise<boolean> {
  const text = header?.replace(/^bearer /i, '');
  return text !== undefined && (await callerOf(deps.pool, text))?.role === 'admin';
}
