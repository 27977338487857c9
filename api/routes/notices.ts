import { z } from 'zod';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { loadNotice } from '../../db/notices/loadNotice.ts';
import { listNotices } from '../../db/reading/notices.ts';
import { callerIn, mustSee, only } from '../auth/caller.ts';
import type { Routes } from '../deps.ts';
import { answerOnce } from '../idempotency/answerOnce.ts';
import { languageAsked } from '../incoming/languageAsked.ts';
import { CreatingHeaders, InNotice, NoticeId } from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';
import { Notice } from '../schemas/record.ts';
import { NoticeText, textOf, wholeNotice } from './noticeText.ts';

const Loaded = z.object({ noticeId: NoticeId, created: z.boolean() });

/** Loading notices and finding them again. */
export const noticeRoutes: Routes = (api, deps) => {
  const { pool } = deps;

  api.post(
    '/api/v1/notices',
    {
      onRequest: only(pool, 'admin'),
      schema: operation(
        {
          id: 'loadNotice',
          tag: 'notices',
          summary: 'Load a notice',
          description:
            'Checks a notice file and enters it into the register. Nothing starts. The very same file again changes nothing; another text under the same id is refused.',
          refuses: [400, 409, 413, 415, 422],
        },
        { headers: CreatingHeaders, body: NoticeText, response: { 200: Loaded, 201: Loaded } },
      ),
    },
    async (request, reply) => {
      const notice = wholeNotice(textOf(request.body), languageAsked(request));
      const { body } = await answerOnce(deps, request, 201, async () =>
        loadNotice(pool, {
          notice,
          now: await deps.now(notice.id),
          clock: deps.clock ?? 'live',
          actor: callerIn(request).actor,
        }),
      );
      return reply.code(body.created ? 201 : 200).send(body);
    },
  );

  api.get(
    '/api/v1/notices',
    {
      onRequest: only(pool, 'admin', 'office', 'supervisor', 'head', 'party'),
      schema: operation(
        {
          id: 'listNotices',
          tag: 'notices',
          summary: 'List notices',
          description: 'Every notice, or the one that the token belongs to.',
          refuses: [],
        },
        { response: { 200: z.object({ items: z.array(Notice) }) } },
      ),
    },
    async (request) => ({ items: await listNotices(pool, callerIn(request).noticeId) }),
  );

  api.get(
    '/api/v1/notices/:notice',
    {
      onRequest: only(pool, 'admin', 'office', 'supervisor', 'head', 'party'),
      schema: operation(
        {
          id: 'readNotice',
          tag: 'notices',
          summary: 'Read a notice',
          description: 'What is known of a notice: its title, zone, state and clock.',
          refuses: [404, 422],
        },
        { params: InNotice, response: { 200: Notice } },
      ),
    },
    async (request) => {
      mustSee(callerIn(request), request.params.notice);
      const [notice] = await listNotices(pool, request.params.notice);
      if (notice) return notice;
      throw new PermanentFailure(FAILURES.notFound, `there is no notice ${request.params.notice}`);
    },
  );
};
