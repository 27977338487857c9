import { z } from 'zod';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { periodId } from '../../contracts/ids.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { listProcesses } from '../../db/reading/notices.ts';
import { readPeriod } from '../../db/reading/periods.ts';
import { readStory } from '../../db/story/readStory.ts';
import { callerIn, mustSee, only } from '../auth/caller.ts';
import type { Routes } from '../deps.ts';
import { InNotice, InPeriod, InProcess, pageOf, paging } from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';
import { StoryEvent } from '../schemas/story.ts';

const about = (id: string, summary: string) => ({
  id,
  tag: 'log',
  summary,
  description:
    'Told from the log alone and in its order: what was done, to whom, by whom and why. Rows of one minute that say the same are one event; a decision is told by what it did.',
  refuses: [404 as const, 422 as const],
});

/** What happened, as the register tells it: to the notice itself, to a process, to a period. */
export const storyRoutes: Routes = (api, { pool }) => {
  const onRequest = only(pool, 'admin', 'office', 'head');
  const querystring = z.object({ ...paging });
  const response = { 200: pageOf(StoryEvent) };

  api.get(
    '/api/v1/notices/:notice/story',
    {
      onRequest,
      schema: operation(about('readNoticeStory', "Read what happened to a notice's own affairs"), {
        params: InNotice,
        querystring,
        response,
      }),
    },
    async (request) => {
      const noticeId = request.params.notice;
      mustSee(callerIn(request), noticeId);
      await readNotice(pool, noticeId);
      return readStory(pool, { ...request.query, of: 'notice', noticeId });
    },
  );

  api.get(
    '/api/v1/notices/:notice/processes/:process/story',
    {
      onRequest,
      schema: operation(about('readProcessStory', 'Read what happened to a process'), {
        params: InProcess,
        querystring,
        response,
      }),
    },
    async (request) => {
      const { notice: noticeId, process: processId } = request.params;
      mustSee(callerIn(request), noticeId);
      const [process] = await listProcesses(pool, noticeId, processId);
      if (!process) throw missing(`process ${processId}`);
      return readStory(pool, { ...request.query, of: 'process', noticeId, processId });
    },
  );

  api.get(
    '/api/v1/notices/:notice/processes/:process/periods/:key/story',
    {
      onRequest,
      schema: operation(about('readPeriodStory', 'Read what happened in a period'), {
        params: InPeriod,
        querystring,
        response,
      }),
    },
    async (request) => {
      const { notice: noticeId, process: processId, key: periodKey } = request.params;
      mustSee(callerIn(request), noticeId);
      const period = await readPeriod(pool, periodId(noticeId, processId, periodKey));
      if (!period) throw missing(`period ${periodKey} of ${processId}`);
      return readStory(pool, { ...request.query, of: 'period', noticeId, processId, periodKey });
    },
  );
};

const missing = (what: string) =>
  new PermanentFailure(FAILURES.notFound, `there is no ${what} in this notice`);
