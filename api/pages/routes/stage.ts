import { answerComment } from '../../../db/comments/answerComment.ts';
import { readAttachment } from '../../../db/submissions/readSubmission.ts';
import type { Routes } from '../../deps.ts';
import { Problem } from '../../problems/problem.ts';
import { UPLOAD_LIMITS } from '../../uploads/limits.ts';
import { readForm, textIn } from '../../uploads/readForm.ts';
import { sendAttachment } from '../../uploads/sendAttachment.ts';
import { answerWithPage } from '../answerPage.ts';
import { stage as phrases } from '../catalogue/stage.ts';
import { openLink } from '../openLink.ts';
import { hasFile } from '../readStagePage.ts';
import { readReport } from '../report/readReport.ts';
import { showReport } from './report.ts';

interface Part {
  Params: { token: string; id: string };
}

/** What hangs on the page of a drafting's stage: the draft's and the comments' files, and the answers to comments. */
export const stagePage: Routes = (api, deps) => {
  const config = { answerProblem: answerWithPage };

  api.get<Part>(
    '/r/:token/files/:id',
    { config, schema: { hide: true } },
    async (request, reply) => {
      const opened = await openLink(deps, request.params.token, 'report');
      const { stage } = await readReport(deps, opened);
      if (stage === null || !hasFile(stage, request.params.id)) {
        throw new Problem('not-found', 'no such file of this stage');
      }
      return sendAttachment(reply, await readAttachment(deps.pool, request.params.id));
    },
  );

  api.post<Part>(
    '/r/:token/comments/:id',
    { config, schema: { hide: true }, bodyLimit: UPLOAD_LIMITS.formBytes },
    async (request, reply) => {
      const opened = await openLink(deps, request.params.token, 'report');
      const found = await readReport(deps, opened);
      const comment = found.stage?.comments?.find(({ id }) => id === request.params.id);
      if (comment === undefined || found.insteadOf) {
        throw new Problem('not-found', 'no such comment to be answered here');
      }
      const form = await readForm(request);
      const chosen = textIn(form, 'absorbed');
      const why = textIn(form, 'why') || null;
      if (chosen !== 'yes' && (chosen !== 'no' || why === null)) {
        const faults = [opened.writing.say(phrases).chooseAnswer];
        return showReport(deps, reply, opened, found, { faults, status: 422 });
      }
      const { id, noticeId, processId } = comment;
      await answerComment(deps.pool, {
        id,
        noticeId,
        processId,
        absorbed: chosen === 'yes',
        why,
        answeredBy: opened.caller.actor,
        answeredAt: opened.now,
      });
      return reply.redirect(opened.path, 303);
    },
  );
};
