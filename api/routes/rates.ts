import { z } from 'zod';
import { readNotice } from '../../db/notices/readNotice.ts';
import { readStanding } from '../../db/people/readStanding.ts';
import { RATE_GROUPS, type RateGroup, readRates } from '../../db/reading/rates.ts';
import { callerIn, only } from '../auth/caller.ts';
import { visibleParties } from '../auth/visible.ts';
import type { Routes } from '../deps.ts';
import { InNotice, ProcessId } from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';
import { Rate } from '../schemas/record.ts';

/** Completion and timeliness. */
export const rateRoutes: Routes = (api, deps) => {
  const { pool } = deps;
  api.get(
    '/api/v1/notices/:notice/rates',
    {
      onRequest: only(pool, 'admin', 'office', 'supervisor', 'head', 'party'),
      schema: operation(
        {
          id: 'readRates',
          tag: 'rates',
          summary: 'Completion and timeliness',
          description:
            'By party, person, supervisor, directive or period. What is excused, on trial, paused and its like stands apart. A rate of nothing is null: 0 of 0 is not 100 %.',
          refuses: [404, 422],
        },
        {
          params: InNotice,
          querystring: z.object({
            by: z.enum(RATE_GROUPS).default('party'),
            process: ProcessId.optional(),
          }),
          response: { 200: z.object({ by: z.enum(RATE_GROUPS), items: z.array(Rate) }) },
        },
      ),
    },
    async (request) => {
      const noticeId = request.params.notice;
      const { by, process } = request.query;
      const now = await deps.now(noticeId);
      const parties = await visibleParties(pool, callerIn(request), noticeId, now);
      const rows = await readRates(pool, { noticeId, by, now, process, parties });
      const { notice } = await readNotice(pool, noticeId);
      const standing = await readStanding(pool, noticeId, now);
      const titleOf: Record<RateGroup, (group: string) => string> = {
        party: standing.titleOf,
        supervisor: standing.titleOf,
        person: (id) => standing.contactOf(id)?.name ?? '',
        directive: (no) => notice.directives.find((one) => one.no === no)?.title ?? '',
        period: (id) => id.split('/').slice(1).join(' '),
      };
      return { by, items: rows.map((row) => ({ ...row, title: titleOf[by](row.group) })) };
    },
  );
};
