import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { readPersonFile } from '../../../db/reading/personFile.ts';
import { isFileOfExplanation } from '../../../db/reading/proposals.ts';
import { readAttachment } from '../../../db/submissions/readSubmission.ts';
import type { ApiDeps, Routes } from '../../deps.ts';
import { Problem } from '../../problems/problem.ts';
import { UPLOAD_LIMITS } from '../../uploads/limits.ts';
import { readForm } from '../../uploads/readForm.ts';
import { sendAttachment } from '../../uploads/sendAttachment.ts';
import { answerWithPage, sendPage } from '../answerPage.ts';
import { readDesk } from '../desk/readDesk.ts';
import { refusalOf } from '../desk/refusalOf.ts';
import type { RefusedForm } from '../desk/refusedForm.ts';
import { takeAct } from '../desk/takeAct.ts';
import { type Opened, openLink, ownLinkPath } from '../openLink.ts';
import { deskView } from '../views/desk/DeskView.tsx';
import { personFileView } from '../views/PersonFileView.tsx';

interface Link {
  Params: { token: string };
}

/** A person's desk behind a link: what this person may decide or do now. Opening it never acts. */
export const deskPage: Routes = (api, deps) => {
  const config = { answerProblem: answerWithPage };

  api.get<Link & { Querystring: { done?: string } }>(
    '/d/:token',
    { config, schema: { hide: true } },
    async (request, reply) => {
      const opened = await openLink(deps, request.params.token, 'desk');
      return show(deps, reply, opened, { done: request.query.done === '1' });
    },
  );

  api.post<Link>(
    '/d/:token',
    { config, schema: { hide: true }, bodyLimit: UPLOAD_LIMITS.formBytes },
    async (request, reply) => {
      const opened = await openLink(deps, request.params.token, 'desk');
      const form = await readForm(request);
      const refusal = await refusalOf(opened, form, () => takeAct(deps, opened, form));
      if (refusal) return show(deps, reply, opened, refusal);
      // see other: reloading the page that follows sends nothing again
      return reply.redirect(`${opened.path}?done=1`, 303);
    },
  );

  api.get<Link>('/d/:token/file', { config, schema: { hide: true } }, async (request, reply) => {
    const opened = await openLink(deps, request.params.token, 'desk');
    const { noticeId, now } = opened;
    const { personId } = opened.holder;
    const file = await readPersonFile(deps.pool, { noticeId, personId, now });
    if (!file) throw new Problem('not-found', 'no such file');
    return sendPage(reply, personFileView({ opened, file }));
  });

  api.get<{ Params: { token: string; attachment: string } }>(
    '/d/:token/files/:attachment',
    { config, schema: { hide: true } },
    async (request, reply) => {
      const opened = await openLink(deps, request.params.token, 'desk');
      const id = z.uuid().safeParse(request.params.attachment);
      if (!id.success || !(await mayOpenFile(deps, opened, id.data))) {
        throw new Problem('not-found', 'no such file');
      }
      const file = await readAttachment(deps.pool, id.data);
      if (file.noticeId !== opened.noticeId) throw new Problem('not-found', 'no such file');
      return sendAttachment(reply, file);
    },
  );
};

/** The office opens every file, the chair those of the explanations asked for. */
async function mayOpenFile(
  { pool }: ApiDeps,
  { holder, notice: { roles } }: Opened,
  attachmentId: string,
): Promise<boolean> {
  const holds = (position: string) => holder.parties.some(({ id }) => id === position);
  if (holds(roles.office)) return true;
  return holds(roles.chair) && (await isFileOfExplanation(pool, attachmentId));
}

async function show(
  deps: ApiDeps,
  reply: FastifyReply,
  opened: Opened,
  shown: { done?: boolean; refused?: RefusedForm; status?: number },
): Promise<FastifyReply> {
  const html = deskView({
    opened,
    desk: await readDesk(deps, opened),
    once: randomUUID(),
    done: shown.done ?? false,
    refused: shown.refused ?? null,
    reportPath: (obligationId) => ownLinkPath(deps, opened, 'report', obligationId),
  });
  return sendPage(reply, html, shown.status);
}
