import { z } from 'zod';
import { addComment } from '../../db/comments/addComment.ts';
import { answerComment } from '../../db/comments/answerComment.ts';
import { listComments } from '../../db/comments/listComments.ts';
import { callerIn, mustSee, only } from '../auth/caller.ts';
import { draftingOf, mustDraft } from '../deciding/draftingOf.ts';
import type { Routes } from '../deps.ts';
import { answerOnce } from '../idempotency/answerOnce.ts';
import { CreatingHeaders, InProcess, Instant, PartyId } from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';

const Comment = z
  .object({
    id: z.uuid(),
    madeBy: z.string(),
    partyId: PartyId.nullable().describe('the body consulted; null for a comment at a meeting'),
    comment: z.string(),
    submissionId: z.uuid().nullable().describe('what it was handed in with'),
    attachments: z.array(z.object({ id: z.uuid(), fileName: z.string() })),
    absorbed: z.boolean().nullable().describe('null while nobody has answered it'),
    why: z.string().nullable(),
    recordedAt: Instant,
    answeredAt: Instant.nullable(),
  })
  .meta({ id: 'DraftComment' });

const NewComment = z
  .strictObject({
    madeBy: z.string().trim().min(1).max(500),
    comment: z.string().trim().min(1).max(20_000),
  })
  .meta({
    examples: [
      {
        madeBy: 'Đại biểu xã Dân Lý',
        comment: 'Bổ sung số liệu chuyển biến của tiêu chí môi trường.',
      },
    ],
  });

const Answer = z
  .strictObject({
    absorbed: z.boolean(),
    why: z.string().trim().max(4000).optional().describe('needed where it was not absorbed'),
  })
  .meta({ examples: [{ absorbed: false, why: 'Số liệu này thuộc báo cáo của Phòng TN-MT.' }] });

/** Comments on the drafts of a process, and what became of each. */
export const commentRoutes: Routes = (api, deps) => {
  const { pool } = deps;
  const those = only(pool, 'admin', 'office', 'head', 'supervisor', 'party');
  const path = '/api/v1/notices/:notice/processes/:process/comments';

  api.get(
    path,
    {
      onRequest: those,
      schema: operation(
        {
          id: 'listComments',
          tag: 'records',
          summary: 'List the comments on a draft',
          description:
            'What consulted bodies handed in and what was said at a meeting, in the order of receipt, for those who draft it and the office.',
          refuses: [404, 422],
        },
        { params: InProcess, response: { 200: z.object({ items: z.array(Comment) }) } },
      ),
    },
    async (request) => {
      const { notice: noticeId, process: processId } = request.params;
      const caller = callerIn(request);
      mustSee(caller, noticeId);
      await mustDraft(deps, caller, noticeId, await draftingOf(deps, noticeId, processId));
      return { items: await listComments(pool, { noticeId, processId }) };
    },
  );

  api.post(
    path,
    {
      onRequest: only(pool, 'office'),
      schema: operation(
        {
          id: 'addComment',
          tag: 'records',
          summary: 'Enter a comment made at a meeting',
          description: 'It stands unanswered until somebody says that it was absorbed, or why not.',
          refuses: [404, 422],
        },
        {
          params: InProcess,
          headers: CreatingHeaders,
          body: NewComment,
          response: { 201: z.object({ id: z.uuid() }) },
        },
      ),
    },
    async (request, reply) => {
      const { notice: noticeId, process: processId } = request.params;
      const caller = callerIn(request);
      mustSee(caller, noticeId);
      await draftingOf(deps, noticeId, processId);
      const { body } = await answerOnce(deps, request, 201, async (id) => {
        const by = { recordedBy: caller.actor, recordedAt: await deps.now(noticeId) };
        await addComment(pool, { id, noticeId, processId, ...request.body, ...by });
        return { id };
      });
      return reply.code(201).send(body);
    },
  );

  api.post(
    `${path}/:id/answer`,
    {
      onRequest: those,
      schema: operation(
        {
          id: 'answerComment',
          tag: 'records',
          summary: 'Say what became of a comment',
          description:
            'Absorbed, or not and why. The stage that absorbs comments is not taken while one stands unanswered. It may be answered anew; the log keeps every answer.',
          refuses: [404, 422],
        },
        {
          params: InProcess.extend({ id: z.uuid() }),
          body: Answer,
          response: { 200: z.object({ id: z.uuid(), absorbed: z.boolean() }) },
        },
      ),
    },
    async (request) => {
      const { notice: noticeId, process: processId, id } = request.params;
      const { absorbed, why } = request.body;
      const caller = callerIn(request);
      mustSee(caller, noticeId);
      await mustDraft(deps, caller, noticeId, await draftingOf(deps, noticeId, processId));
      await answerComment(pool, {
        id,
        noticeId,
        processId,
        absorbed,
        why: why || null,
        answeredBy: caller.actor,
        answeredAt: await deps.now(noticeId),
      });
      return { id, absorbed };
    },
  );
};
