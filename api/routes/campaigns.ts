import { z } from 'zod';
import { AddPeak } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { readCampaign } from '../../db/campaign/readCampaign.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { findProcess } from '../../domain/notice/findProcess.ts';
import { callerIn, mustSee, only } from '../auth/caller.ts';
import { decideAddPeak } from '../deciding/decideOnCampaigns.ts';
import type { Routes } from '../deps.ts';
import { Decided, InProcess, Instant, PeriodKey } from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';
import { decisionRoute } from './decisionRoute.ts';

const PEAKS = '/api/v1/notices/:notice/processes/:process/peaks';

const Year = z.object({
  year: z.int(),
  quota: z.int().describe('as the notice asks'),
  carriedIn: z.int().describe('lacking at the end of the years before'),
  counted: z.int(),
  missed: z.int(),
  ahead: z.int().describe('planned or open: they may still count'),
  lacking: z.int().describe('of quota and what was carried in, what neither counts nor is ahead'),
  carriedOut: z.int().describe('what of it was carried into the next year, this one being over'),
});
const Peak = z.object({
  key: PeriodKey,
  id: z.string(),
  year: z.int().describe('the year whose quota it counts for'),
  from: z.string(),
  to: z.string(),
  state: z.enum(['planned', 'open', 'counted', 'missed', 'paused', 'cancelled', 'before-start']),
  added: z.boolean().describe('by a decision, to make up for one that was missed'),
  owed: z.int(),
  returned: z.int(),
  judgedAt: Instant.nullable().describe('when its period closed'),
  recountedAt: Instant.nullable().describe('when late returns made it count after all'),
});
const Peaks = z
  .object({
    countsFrom: z.number().describe('the share of returns from which a peak counts'),
    years: z.array(Year),
    peaks: z.array(Peak),
  })
  .meta({
    examples: [
      {
        countsFrom: 0.9,
        years: [
          {
            year: 2020,
            quota: 1,
            carriedIn: 0,
            counted: 0,
            missed: 1,
            ahead: 0,
            lacking: 1,
            carriedOut: 1,
          },
        ],
        peaks: [
          {
            key: '2020-12-25-2020-1',
            id: '2020-1',
            year: 2020,
            from: '2020-12-14',
            to: '2020-12-20',
            state: 'missed',
            added: false,
            owed: 34,
            returned: 28,
            judgedAt: '2021-01-05T10:00:00.000Z',
            recountedAt: null,
          },
        ],
      },
    ],
  });

/** Campaigns: which peaks count, what each year lacks, and a peak to make up for one that was missed. */
export const campaignRoutes: Routes = (api, deps) => {
  const { pool } = deps;

  api.get(
    PEAKS,
    {
      onRequest: only(pool, 'admin', 'office', 'supervisor', 'head', 'party'),
      schema: operation(
        {
          id: 'readPeaks',
          tag: 'processes',
          summary: "Read a campaign's peaks",
          description:
            'In the order of their days, with each year’s quota: what counts, what was missed, what lacks and was carried over.',
          refuses: [404, 422],
        },
        { params: InProcess, response: { 200: Peaks } },
      ),
    },
    async (request) => {
      const { notice: noticeId, process: processId } = request.params;
      mustSee(callerIn(request), noticeId);
      const { notice } = await readNotice(pool, noticeId);
      const { process } = findProcess(notice, processId);
      if (process.kind !== 'campaign') {
        throw new PermanentFailure(FAILURES.notFound, `the process ${processId} is no campaign`);
      }
      const now = await deps.now(noticeId);
      const { years, peaks } = await readCampaign(pool, noticeId, process, now);
      return { countsFrom: process.countsFrom, years, peaks };
    },
  );

  decisionRoute(api, deps, {
    path: PEAKS,
    roles: ['office', 'supervisor', 'head', 'party'],
    about: {
      id: 'addPeak',
      summary: 'Add a peak to a campaign',
      description:
        'To make up for one that was missed; by the office or whoever leads the campaign. It is called, followed and judged like the notice’s own, and counts for the year in which it begins.',
      refuses: [404, 409, 422],
    },
    params: InProcess,
    body: AddPeak.meta({
      examples: [
        {
          from: '2021-03-08',
          to: '2021-03-14',
          call: '2021-03-01',
          returnsDue: '2021-03-19',
          reason: 'Tổ chức bù đợt tháng 12/2020 chưa đủ báo cáo kết quả',
        },
      ],
    }),
    answer: Decided.extend({ periodKey: PeriodKey }),
    decide: (asked, { notice: noticeId, process: processId }) =>
      decideAddPeak(deps, { noticeId, processId }, asked),
  });
};
