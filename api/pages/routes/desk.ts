import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { readPersonFile } from '../../../db/reading/personFile.ts';
import { isFileOfExplanation } from '../../../db/reading/proposals.ts';
import { readAttachment } from '../../../db/submissions/readSubmission.ts';
import { partyTitle } from '../../../domain/notice/roster.ts';
import type { ApiDeps, Routes } from '../../deps.ts';
import { Problem } from '../../problems/problem.ts';
import { UPLOAD_LIMITS } from '../../uploads/limits.ts';
import { type Form, readForm } from '../../uploads/readForm.ts';
import { sendAttachment } from '../../uploads/sendAttachment.ts';
import { answerWithPage, sendPage } from '../answerPage.ts';
import { desk as phrases } from '../catalogue/desk.ts';
import { fieldName } from '../catalogue/fieldNames.ts';
import { further } from '../catalogue/further.ts';
import { refusals } from '../catalogue/report.ts';
import { IncompleteForm } from '../desk/acts/act.ts';
import { readDesk } from '../desk/readDesk.ts';
import { type RefusedForm, refusedForm } from '../desk/refusedForm.ts';
import { takeAct } from '../desk/takeAct.ts';
import { linkPath, type Opened, openLink } from '../openLink.ts';
import { refusalWords } from '../refusalWords.ts';
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
      const refusal = await refusalOf(deps, opened, form);
      if (refusal) {
        const refused = refusedForm(form, refusal.faults);
        return show(deps, reply, opened, { refused, status: refusal.status });
      }
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

async function refusalOf(
  deps: ApiDeps,
  opened: Opened,
  form: Form,
): Promise<{ faults: string[]; status: number } | undefined> {
  const { writing } = opened;
  if (form.refused.length > 0) {
    return { faults: form.refused.map((name) => writing.say(refusals).file(name)), status: 422 };
  }
  try {
    await takeAct(deps, opened, form);
    return undefined;
  } catch (error) {
    if (error instanceof IncompleteForm) {
      return { faults: [incompleteWords(opened, error)], status: 422 };
    }
    const { words, status } = refusalWords(writing, error);
    return { faults: [words], status };
  }
}

/** Which field is missing or wrong; for units that have nobody in charge, which they are. */
function incompleteWords({ writing, notice }: Opened, { field, message }: IncompleteForm): string {
  if (field === 'lists') {
    const units = message.split(', ').map((id) => partyTitle(notice, id));
    return writing.say(further).splitLacks(units.join(', '));
  }
  const name = fieldName(field, writing.head.language);
  const say = writing.say(phrases);
  return name === undefined ? say.badForm : say.badField(name);
}

async function show(
  deps: ApiDeps,
  reply: FastifyReply,
  opened: Opened,
  shown: { done?: boolean; refused?: RefusedForm; status?: number },
): Promise<FastifyReply> {
  const generation = opened.generation;
  const person = { noticeId: opened.noticeId, person: opened.holder.personId, generation };
  const html = deskView({
    opened,
    desk: await readDesk(deps, opened),
    once: randomUUID(),
    done: shown.done ?? false,
    refused: shown.refused ?? null,
    reportPath: (obligationId) => linkPath(deps, person, 'report', obligationId),
  });
  return sendPage(reply, html, shown.status);
}
