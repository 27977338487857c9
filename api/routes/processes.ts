import { z } from 'zod';
import { Pause } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { listProcesses, type ProcessRow } from '../../db/reading/notices.ts';
import { findProcess } from '../../domain/notice/findProcess.ts';
import { callerIn, mustSee, only } from '../auth/caller.ts';
import { decideProcess } from '../deciding/decide.ts';
import type { Routes } from '../deps.ts';
import { Decided, InNotice, InProcess } from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';
import { Process } from '../schemas/record.ts';
import { decisionRoute } from './decisionRoute.ts';

/** Processes of a notice: reading them, and the decisions about a whole process. */
export const processRoutes: Routes = (api, deps) => {
  const { pool } = deps;
  const everybody = only(pool, 'admin', 'office', 'supervisor', 'head', 'party');

  api.get(
    '/api/v1/notices/:notice/processes',
    {
      onRequest: everybody,
      schema: operation(
        {
          id: 'listProcesses',
          tag: 'processes',
          summary: 'List the processes of a notice',
          description: 'In the order of the directives, with counts of periods and obligations.',
          refuses: [404, 422],
        },
        { params: InNotice, response: { 200: z.object({ items: z.array(Process) }) } },
      ),
    },
    async (request) => {
      mustSee(callerIn(request), request.params.notice);
      const { notice } = await readNotice(pool, request.params.notice);
      const rows = await listProcesses(pool, notice.id);
      return { items: rows.map((row) => withWords(notice, row)) };
    },
  );

  api.get(
    '/api/v1/notices/:notice/processes/:process',
    {
      onRequest: everybody,
      schema: operation(
        {
          id: 'readProcess',
          tag: 'processes',
          summary: 'Read a process',
          description: 'One process with counts of its periods and obligations.',
          refuses: [404, 422],
        },
        { params: InProcess, response: { 200: Process } },
      ),
    },
    async (request) => {
      mustSee(callerIn(request), request.params.notice);
      const { notice } = await readNotice(pool, request.params.notice);
      const [row] = await listProcesses(pool, notice.id, request.params.process);
      if (row) return withWords(notice, row);
      throw new PermanentFailure(
        FAILURES.notFound,
        `the notice ${notice.id} has no process ${request.params.process}`,
      );
    },
  );

  for (const { path, kind, summary, description } of DECISIONS) {
    decisionRoute(api, deps, {
      path: `/api/v1/notices/:notice/processes/:process/${path}`,
      roles: ['admin', 'head'],
      about: { id: `${path}Process`, summary, description, refuses: [404, 409, 422, 503] },
      params: InProcess,
      body: Pause.meta({ examples: [{ reason: 'Theo ý kiến của đồng chí Trưởng BCĐ' }] }),
      answer: Decided,
      decide: (asked, { notice: noticeId, process: processId }) =>
        decideProcess(deps, kind, {
          ...asked,
          decision: { noticeId, processId, reason: asked.decision.reason },
        }),
    });
  }
};

const DECISIONS = [
  {
    path: 'pause',
    kind: 'pause',
    summary: 'Pause a process',
    description:
      'Stops letters, locks and rungs of its open periods. Submissions are taken meanwhile.',
  },
  {
    path: 'resume',
    kind: 'resume',
    summary: 'Resume a process',
    description:
      'Extends each open period by the paused span; periods wholly inside are recorded as paused.',
  },
  {
    path: 'cancel',
    kind: 'cancel-process',
    summary: 'Cancel a process',
    description: 'Ends the process with its open periods. What has been recorded stays.',
  },
] as const;

function withWords(notice: Notice, row: ProcessRow) {
  const { title, asks } = findProcess(notice, row.id).process;
  return { ...row, title, asks };
}
