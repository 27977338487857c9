import { z } from 'zod';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { planStart, type StartPlan } from '../../db/notices/planStart.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { orderProcesses } from '../../db/notices/readStarts.ts';
import { callerIn, only } from '../auth/caller.ts';
import { mustMay } from '../deciding/rights.ts';
import type { Routes } from '../deps.ts';
import { answerOnce } from '../idempotency/answerOnce.ts';
import { CreatingHeaders, Flag, InNotice, ProcessId } from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';

const Start = z
  .union([
    z.strictObject({ directives: z.array(z.string().max(64)).min(1).max(200) }),
    z.strictObject({ processes: z.array(ProcessId).min(1).max(200) }),
    z.strictObject({}),
  ])
  .nullish()
  .meta({ examples: [{ directives: ['5', 'closing'] }, { processes: ['5-reports'] }, {}] });

const Started = z
  .object({
    dryRun: z.boolean(),
    starts: z.array(
      z.object({
        processId: ProcessId,
        periods: z.int(),
        beforeStart: z.int().describe('periods whose due time has passed: recorded, no letters'),
      }),
    ),
    waits: z.array(z.object({ processId: ProcessId, why: z.string() })),
  })
  .meta({
    examples: [
      {
        dryRun: true,
        starts: [{ processId: '5-reports', periods: 52, beforeStart: 0 }],
        waits: [{ processId: '8-directive', why: 'waits for: the day of the session' }],
      },
    ],
  });

/** Starting a notice: whole, or by directives or processes as their data is complete. */
export const startRoutes: Routes = (api, deps) => {
  api.post(
    '/api/v1/notices/:notice/start',
    {
      onRequest: only(deps.pool, 'admin', 'head'),
      schema: operation(
        {
          id: 'startNotice',
          tag: 'notices',
          summary: 'Start a notice, directives or processes of it',
          description:
            'Answers what starts, what waits and why, and which periods lie before the start. What waits for its data starts by itself once an amendment brings it. Refused where nothing is left to do. With dryRun=true nothing starts.',
          refuses: [404, 409, 422, 503],
        },
        {
          params: InNotice,
          querystring: z.object({ dryRun: Flag.default(false) }),
          headers: CreatingHeaders,
          body: Start,
          response: { 200: Started },
        },
      ),
    },
    async (request) => {
      const noticeId = request.params.notice;
      const { dryRun } = request.query;
      const { body } = await answerOnce(deps, request, 200, async () => {
        const now = await deps.now(noticeId);
        await mustMay(deps.pool, callerIn(request), { kind: 'start', noticeId, now });
        const plan = await planWanted(deps.pool, noticeId, now, request.body ?? {});
        const processIds = plan.starts.map(({ processId }) => processId);
        if (!dryRun) {
          await orderProcesses(deps.pool, noticeId, orderedBy(plan), now);
          await deps.processes.startProcesses(noticeId, processIds);
        }
        return { dryRun, ...plan };
      });
      return body;
    },
  );
};

/** Everything that the order is for: what waits for its data is started when that is there. */
const orderedBy = ({ starts, waits }: StartPlan): string[] =>
  [...starts, ...waits].map(({ processId }) => processId);

async function planWanted(
  pool: Parameters<typeof planStart>[0],
  noticeId: string,
  now: string,
  wanted: { directives?: string[]; processes?: string[] },
) {
  const { notice } = await readNotice(pool, noticeId);
  const known = new Set(
    notice.directives.flatMap(({ no, processes }) =>
      wanted.directives ? [no] : processes.map(({ id }) => id),
    ),
  );
  const field = wanted.directives ? 'directives' : 'processes';
  (wanted.directives ?? wanted.processes ?? []).forEach((id, at) => {
    if (known.has(id)) return;
    throw new PermanentFailure(
      FAILURES.invalid,
      `the notice has none of ${field} called ${id}`,
      `/${field}/${at}`,
    );
  });
  const { directives, processes } = wanted;
  const plan = await planStart(pool, {
    noticeId,
    now,
    ...(directives && { directives }),
    ...(processes && { processes }),
  });
  if (plan.starts.length > 0) return plan;
  const why = plan.waits.map((one) => `${one.processId}: ${one.why}`).join('; ');
  throw new PermanentFailure(
    FAILURES.conflict,
    `nothing is left to start${why === '' ? '' : ` (${why})`}`,
  );
}
