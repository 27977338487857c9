import { z } from 'zod';
import { listObligations } from '../../db/reading/obligations.ts';
import { STATUSES } from '../../domain/status/status.ts';
import { callerIn, only } from '../auth/caller.ts';
import { visibleParties } from '../auth/visible.ts';
import type { Routes } from '../deps.ts';
import {
  Flag,
  InNotice,
  PartyId,
  PeriodKey,
  PersonId,
  ProcessId,
  pageOf,
  paging,
} from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';
import { Obligation } from '../schemas/record.ts';

/** Obligations: the list with its filters. */
export const obligationRoutes: Routes = (api, deps) => {
  const { pool } = deps;

  api.get(
    '/api/v1/notices/:notice/obligations',
    {
      onRequest: only(pool, 'admin', 'office', 'supervisor', 'head', 'party'),
      schema: operation(
        {
          id: 'listObligations',
          tag: 'obligations',
          summary: 'List obligations',
          description:
            'In the order of their due times, as they stand now. A party sees its own, a supervisor also those below.',
          refuses: [404, 422],
        },
        {
          params: InNotice,
          querystring: z.object({
            ...paging,
            process: ProcessId.optional(),
            period: PeriodKey.optional(),
            party: PartyId.optional(),
            person: PersonId.optional(),
            track: z.string().max(64).optional(),
            status: z.enum(STATUSES).optional(),
            overdue: Flag.optional().describe('open though the due time has passed'),
          }),
          response: { 200: pageOf(Obligation) },
        },
      ),
    },
    async (request) => {
      const noticeId = request.params.notice;
      const now = await deps.now(noticeId);
      const parties = await visibleParties(pool, callerIn(request), noticeId, now);
      return listObligations(pool, { ...request.query, noticeId, now, parties });
    },
  );
};
