import { z } from 'zod';
import { AuditCode } from '../../contracts/audit.ts';
import { lastRun } from '../../db/audit/runs.ts';
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
          summary: 'Whether the register and Temporal can be reached, and nothing is found amiss',
          description:
            'Submissions are taken without Temporal, so that `degraded` is still 200; without the register it is 503. It is `degraded` too where the auditor found something, or has not run for half an hour. With an admin token the answer says which part, and the codes of what was found.',
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
      const found = register === 'up' ? await foundBy(deps) : [];
      const isSound = temporal === 'up' && found.length === 0;
      const status = register === 'down' ? 'down' : isSound ? 'ready' : 'degraded';
      const isAdmin = register === 'up' && (await asksAsAdmin(deps, request.headers.authorization));
      return reply
        .code(register === 'down' ? 503 : 200)
        .header('cache-control', 'no-store')
        .send({ status, ...(isAdmin && { parts: { register, temporal }, found }) });
    },
  );
};

const Readiness = z
  .object({
    status: z.enum(['ready', 'degraded', 'down']),
    parts: z.object({ register: Part, temporal: Part }).optional(),
    found: z
      .array(z.enum([...AuditCode.options, 'audit-overdue']))
      .optional()
      .describe("codes of the auditor's last run; the whole of it is at /api/v1/audit"),
  })
  .meta({ examples: [{ status: 'ready' }] });

/** Twice the longest interval that the auditor can be set to. */
const OVERDUE_AFTER_MS = 30 * 60_000;

/** The codes of the auditor's last run; that it is overdue, on the live clock, is worth as much. None before the first. */
async function foundBy({ pool, clock = 'live' }: ApiDeps) {
  const last = await lastRun(pool, OVERDUE_AFTER_MS);
  if (last === null) return [];
  const codes = [...new Set(last.findings.map(({ code }) => code))];
  return last.isOlder && clock === 'live' ? [...codes, 'audit-overdue' as const] : codes;
}

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
