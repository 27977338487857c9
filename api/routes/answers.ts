import { z } from 'zod';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { answerCoverage, listAnswers } from '../../db/reading/answers.ts';
import { questionsOf } from '../../domain/notice/questionsOf.ts';
import { callerIn, mustSee, only } from '../auth/caller.ts';
import type { Routes } from '../deps.ts';
import { InProcess, Instant, PartyId, PeriodKey, ProcessId } from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';

/** As many as one answer lists. */
const MOST = 500;

const Answers = z.object({
  cycle: ProcessId.describe('the reporting cycle in whose reports it is asked'),
  sections: z.array(z.object({ id: z.string(), title: z.string() })),
  coverage: z
    .array(
      z.object({
        periodKey: PeriodKey,
        owed: z.int(),
        reported: z.int(),
        answered: z.int().describe('of those who reported, who answered any of the sections'),
      }),
    )
    .describe('every period so far'),
  items: z
    .array(
      z.object({
        periodKey: PeriodKey,
        partyId: PartyId,
        party: z.string(),
        submissionId: z.uuid(),
        receivedAt: Instant,
        answers: z.record(z.string(), z.string()).describe('by section; only what was answered'),
      }),
    )
    .describe('of the period asked for, else the latest'),
});

/** What was answered to a programme whose questions are asked inside another cycle's report (row 3). */
export const answerRoutes: Routes = (api, { pool }) => {
  api.get(
    '/api/v1/notices/:notice/processes/:process/answers',
    {
      onRequest: only(pool, 'office', 'head'),
      schema: operation(
        {
          id: 'listAnswers',
          tag: 'processes',
          summary: 'List what was answered to a programme',
          description: `Asked inside another cycle’s report: how many answered in each period, and what was answered in one, at most ${MOST}.`,
          refuses: [404, 422],
        },
        {
          params: InProcess,
          querystring: z.object({ period: PeriodKey.optional() }),
          response: { 200: Answers },
        },
      ),
    },
    async (request) => {
      const { notice: noticeId, process: processId } = request.params;
      mustSee(callerIn(request), noticeId);
      const { notice } = await readNotice(pool, noticeId);
      const questions = questionsOf(notice, processId);
      if (questions === null) {
        throw new PermanentFailure(
          FAILURES.notFound,
          `the process ${processId} asks nothing inside another's report`,
        );
      }
      const { cycle, sections } = questions;
      const asked = { noticeId, cycle, sections: sections.map(({ id }) => id) };
      const coverage = await answerCoverage(pool, asked);
      const periodKey = request.query.period ?? coverage.at(-1)?.periodKey;
      const items =
        periodKey === undefined
          ? []
          : await listAnswers(pool, { ...asked, periodKey, limit: MOST });
      return { cycle, sections, coverage, items };
    },
  );
};
