import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { readNotice } from '../../../db/notices/readNotice.ts';
import { listParties } from '../../../db/reading/parties.ts';
import { noticeHead } from '../../../domain/notice/letterFacts.ts';
import { writingFor } from '../../../letters/compose/writing.ts';
import type { Caller } from '../../auth/caller.ts';
import type { ApiDeps, Routes } from '../../deps.ts';
import { readPlainForm } from '../../uploads/readForm.ts';
import { answerWithPage, sendPage } from '../answerPage.ts';
import { actOf } from '../desk/acts/act.ts';
import { changeOfHolder } from '../desk/acts/changeOfHolder.ts';
import { refusalOf } from '../desk/refusalOf.ts';
import type { RefusedForm } from '../desk/refusedForm.ts';
import { adminIn, mustComeFromHere, toSignIn, withOrigin } from '../session.ts';
import { postsView } from '../views/PostsView.tsx';

interface InNotice {
  Params: { notice: string };
}

/** Posts and units that a page lists; beyond that the API has them. */
const LISTED = 1000;
const FORM_BYTES = 50_000;

/** Who holds what in a notice, for an admin as keeper of the register, with the form that changes it. */
export const postsPage: Routes = (api, deps) => {
  const config = { answerProblem: answerWithPage };
  const path = '/notices/:notice/posts';

  api.get<InNotice & { Querystring: { done?: string } }>(
    path,
    { config, schema: { hide: true } },
    async (request, reply) => {
      const noticeId = request.params.notice;
      const admin = await adminIn(deps, request);
      if (!admin) return toSignIn(reply, noticeId);
      return show(deps, reply, noticeId, { done: request.query.done === '1', status: 200 });
    },
  );

  api.post<InNotice>(
    path,
    { config, schema: { hide: true }, bodyLimit: FORM_BYTES },
    async (request, reply) => {
      mustComeFromHere(deps, request);
      const noticeId = request.params.notice;
      const admin = await adminIn(deps, request);
      if (!admin) return toSignIn(reply, noticeId);
      const form = readPlainForm(request);
      const sender = await senderOf(deps, noticeId, admin);
      const page = { notice: sender.notice, writing: writingFor(noticeHead(sender.notice)) };
      const refusal = await refusalOf(page, form, () => changeOfHolder(actOf(deps, sender, form)));
      if (refusal) return show(deps, reply, noticeId, { done: false, ...refusal });
      return reply.redirect(`${pathOf(noticeId)}?done=1`, 303);
    },
  );
};

const pathOf = (noticeId: string): string => `/notices/${noticeId}/posts`;

async function senderOf(deps: ApiDeps, noticeId: string, admin: Caller) {
  const { notice } = await readNotice(deps.pool, noticeId);
  return { caller: admin, token: admin.actor, noticeId, notice, now: await deps.now(noticeId) };
}

async function show(
  deps: ApiDeps,
  reply: FastifyReply,
  noticeId: string,
  shown: { done: boolean; refused?: RefusedForm; status: number },
): Promise<FastifyReply> {
  const { notice } = await readNotice(deps.pool, noticeId);
  const now = await deps.now(noticeId);
  const { items } = await listParties(deps.pool, { noticeId, now, limit: LISTED });
  const html = postsView({
    opened: { path: pathOf(noticeId), writing: writingFor(noticeHead(notice)) },
    once: randomUUID(),
    refused: shown.refused ?? null,
    done: shown.done,
    noticeId,
    now,
    posts: items,
  });
  return sendPage(withOrigin(reply), html, shown.status);
}
