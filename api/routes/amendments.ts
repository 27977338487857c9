import { z } from 'zod';
import { Amend, ChangeLadder, MoveDue } from '../../contracts/decisions.ts';
import { readProgress } from '../../db/amendments/readProgress.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { previewAmendment } from '../../domain/amendment/previewAmendment.ts';
import { callerIn, mustSee, only } from '../auth/caller.ts';
import { decideAmend, decideChangeLadder, decideMoveDue } from '../deciding/decideAmendment.ts';
import type { Routes } from '../deps.ts';
import { languageAsked } from '../incoming/languageAsked.ts';
import { Decided, InNotice, InProcess, Instant, PartyId, ProcessId } from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';
import { decisionRoute } from './decisionRoute.ts';
import { NoticeText, textOf, wholeNotice } from './noticeText.ts';

const Letters = z.object({ before: z.int(), after: z.int() });
const Preview = z.object({
  refused: z
    .array(z.object({ pointer: z.string(), reason: z.string() }))
    .describe('what cannot be amended; with any, the amendment is refused as a whole'),
  changes: z.array(
    z.object({
      path: z.string().describe('from the root of the file, list items by their ids'),
      kind: z.string(),
      before: z.unknown().optional(),
      after: z.unknown().optional(),
      processes: z.array(z.string()),
    }),
  ),
  complete: z
    .array(ProcessId)
    .describe('processes whose data is complete now: they start by themselves'),
  periods: z.array(
    z.object({
      processId: ProcessId,
      periodKey: z.string(),
      what: z.enum(['moves', 'vanishes', 'appears', 'passed-over', 'stays']),
      dueBefore: Instant.nullable(),
      dueAfter: Instant.nullable(),
    }),
  ),
  steps: z.array(
    z.object({
      processId: ProcessId,
      periodKey: z.string(),
      track: z.string(),
      step: z.string(),
      before: Instant.nullable(),
      after: Instant.nullable(),
      why: z.array(z.looseObject({ code: z.string() })),
    }),
  ),
  owners: z.array(
    z.object({
      processId: ProcessId,
      periodKey: z.string(),
      track: z.string(),
      added: z.array(PartyId),
      removed: z.array(PartyId),
    }),
  ),
  letters: z.array(
    z.object({ person: z.string(), everybodyInTime: Letters, nobodyAnswers: Letters }),
  ),
});

/** Amendments of a notice: looked at beforehand, and decided. */
export const amendmentRoutes: Routes = (api, deps) => {
  const { pool } = deps;

  api.post(
    '/api/v1/notices/:notice/amendments/preview',
    {
      onRequest: only(pool, 'admin', 'office', 'head'),
      schema: operation(
        {
          id: 'previewAmendment',
          tag: 'notices',
          summary: 'Preview an amended notice file',
          description:
            'Before and after of everything that the amended file changes: fields, the steps that move, who comes and goes, periods that vanish or appear, letters to each person. Nothing is written.',
          refuses: [400, 404, 413, 415, 422],
        },
        { params: InNotice, body: NoticeText, response: { 200: Preview } },
      ),
    },
    async (request) => {
      const noticeId = request.params.notice;
      mustSee(callerIn(request), noticeId);
      const { notice: inForce } = await readNotice(pool, noticeId);
      const asked = wholeNotice(textOf(request.body), languageAsked(request));
      const progress = await readProgress(pool, noticeId, await deps.now(noticeId));
      return previewAmendment(inForce, asked, progress);
    },
  );

  decisionRoute(api, deps, {
    path: '/api/v1/notices/:notice/amendments',
    roles: ['admin', 'head'],
    about: {
      id: 'amendNotice',
      summary: 'Amend a notice',
      description:
        'Puts an amended file in force: dates, owners and ladders of what runs change, the old ones stay on record, and processes whose data is complete now start by themselves. All of it or nothing. See the preview first.',
      refuses: [404, 409, 413, 422, 503],
    },
    params: InNotice,
    body: Amend.meta({
      examples: [
        {
          notice: 'dondoc: 1\nid: trieu-son-2020\n…',
          reason: 'Thông báo bổ sung số 05/TB-BCĐ',
          by: 'Trưởng Ban Chỉ đạo',
        },
      ],
    }),
    answer: Decided,
    decide: ({ decision, ...asked }, { notice: noticeId }) => {
      const { notice, reason, by } = decision;
      return decideAmend(deps, {
        ...asked,
        decision: { noticeId, text: textOf(notice), reason, by },
      });
    },
  });

  decisionRoute(api, deps, {
    path: '/api/v1/notices/:notice/processes/:process/move-due',
    roles: ['head', 'office'],
    about: {
      id: 'moveDue',
      summary: 'Move the day of a session',
      description:
        'Moves the day on which something of a process is due once, with all stages before it; the old day stays on record and those concerned are told. The chair decides; the office enters the day of a session as it was announced, not for a document of its own.',
      refuses: [404, 409, 422, 503],
    },
    params: InProcess,
    body: MoveDue.meta({
      examples: [
        { dueDate: '2020-12-29', reason: 'Ban Thường vụ Huyện ủy họp chậm một tuần' },
        { of: 'december-2020', dueDate: '2020-12-28', reason: 'Mưa lớn kéo dài' },
      ],
    }),
    answer: Decided,
    decide: ({ decision, ...asked }, { notice: noticeId, process: processId }) =>
      decideMoveDue(deps, { ...asked, decision: { ...decision, noticeId, processId } }),
  });

  decisionRoute(api, deps, {
    path: '/api/v1/notices/:notice/processes/:process/change-ladder',
    roles: ['admin', 'head'],
    about: {
      id: 'changeLadder',
      summary: 'Put a process on another ladder',
      description:
        'The rungs that have not been taken are replaced by those of another ladder of the notice.',
      refuses: [404, 409, 422, 503],
    },
    params: InProcess,
    body: ChangeLadder.meta({
      examples: [{ ladder: 'communes', reason: 'Theo ý kiến của đồng chí Trưởng BCĐ' }],
    }),
    answer: Decided,
    decide: ({ decision, ...asked }, { notice: noticeId, process: processId }) =>
      decideChangeLadder(deps, { ...asked, decision: { ...decision, noticeId, processId } }),
  });
};
