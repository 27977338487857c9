import { z } from 'zod';
import { readNotice } from '../../db/notices/readNotice.ts';
import { listLog, verifyLog } from '../../db/reading/logRows.ts';
import { callerIn, mustSee, only } from '../auth/caller.ts';
import type { Routes } from '../deps.ts';
import { InNotice, pageOf, paging } from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';
import { LogRow } from '../schemas/record.ts';

/** The append-only log and the check of its chain. */
export const logRoutes: Routes = (api, { pool }) => {
  api.get(
    '/api/v1/notices/:notice/log',
    {
      onRequest: only(pool, 'admin', 'office', 'head'),
      schema: operation(
        {
          id: 'listLog',
          tag: 'log',
          summary: 'Read the log',
          description:
            'Who did what to which record, in order. It holds ids and hashes, no names and no texts.',
          refuses: [404, 422],
        },
        {
          params: InNotice,
          querystring: z.object({
            ...paging,
            actor: z.string().max(100).optional(),
            action: z.string().max(100).optional(),
            subject: z.string().max(300).optional().describe('an id; what stands below it counts'),
          }),
          response: { 200: pageOf(LogRow) },
        },
      ),
    },
    async (request) => {
      const noticeId = request.params.notice;
      mustSee(callerIn(request), noticeId);
      await readNotice(pool, noticeId);
      return listLog(pool, { ...request.query, noticeId });
    },
  );

  api.get(
    '/api/v1/notices/:notice/log/verify',
    {
      onRequest: only(pool, 'admin', 'office', 'head'),
      schema: operation(
        {
          id: 'verifyLog',
          tag: 'log',
          summary: 'Check the chain of the log',
          description:
            'Computes every hash anew. `firstBreak` names the first row that does not fit.',
          refuses: [404, 422],
        },
        {
          params: InNotice,
          response: {
            200: z
              .object({
                whole: z.boolean(),
                rows: z.int(),
                head: z.string().nullable().describe('the last hash: keep it elsewhere'),
                firstBreak: z.int().nullable(),
              })
              .meta({ examples: [{ whole: true, rows: 1289, head: '9f2c…', firstBreak: null }] }),
          },
        },
      ),
    },
    async (request) => {
      const noticeId = request.params.notice;
      mustSee(callerIn(request), noticeId);
      await readNotice(pool, noticeId);
      const check = await verifyLog(pool, noticeId);
      return { whole: check.firstBreak === null, ...check };
    },
  );
};
