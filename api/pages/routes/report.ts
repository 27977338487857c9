import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Certify } from '../../../contracts/decisions.ts';
import { readGuidance } from '../../../db/reading/guidance.ts';
import { silentCount } from '../../../db/reading/silentCount.ts';
import { readAttachment } from '../../../db/submissions/readSubmission.ts';
import { addresseeOf, matterOf } from '../../../domain/notice/letterFacts.ts';
import { decideCertify } from '../../deciding/decideAsOffice.ts';
import { takeReport } from '../../deciding/takeReport.ts';
import type { ApiDeps, Routes } from '../../deps.ts';
import { derivedId } from '../../idempotency/derivedId.ts';
import { Problem } from '../../problems/problem.ts';
import { UPLOAD_LIMITS } from '../../uploads/limits.ts';
import { fingerprintOf, readForm, textIn } from '../../uploads/readForm.ts';
import { sendAttachment } from '../../uploads/sendAttachment.ts';
import { answerWithPage, sendPage } from '../answerPage.ts';
import { report } from '../catalogue/report.ts';
import { type Opened, openLink, ownLinkPath } from '../openLink.ts';
import { refusalWords } from '../refusalWords.ts';
import { readBeside } from '../report/readBeside.ts';
import { type HandIn, readHandIn } from '../report/readHandIn.ts';
import { type Found, readReport, sectionsOf } from '../report/readReport.ts';
import { nothingWords, reportTitle } from '../report/reportWords.ts';
import { certifiedView, type ReceiptViewProps, receiptView } from '../views/ReceiptView.tsx';
import { reportView, type Typed } from '../views/ReportView.tsx';

interface Link {
  Params: { token: string };
}

/** The page behind the link to an obligation. Opening it (GET, HEAD) never acts. */
export const reportPage: Routes = (api, deps) => {
  const config = { answerProblem: answerWithPage };

  api.get<Link>('/r/:token', { config, schema: { hide: true } }, async (request, reply) => {
    const opened = await openLink(deps, request.params.token, 'report');
    return showReport(deps, reply, opened, await readReport(deps, opened));
  });

  // the guidance's files, for those who are asked by it; nobody's own hand-ins are behind this path
  api.get<{ Params: Link['Params'] & { attachment: string } }>(
    '/r/:token/guidance/:attachment',
    { config, schema: { hide: true } },
    async (request, reply) => {
      const opened = await openLink(deps, request.params.token, 'report');
      const { page } = await readReport(deps, opened);
      const guidance = await readGuidance(deps.pool, page.periodId);
      const file = guidance?.attachments.find(({ id }) => id === request.params.attachment);
      if (!file) throw new Problem('not-found', 'no such file of the guidance');
      return sendAttachment(reply, await readAttachment(deps.pool, file.id));
    },
  );

  api.post<Link>(
    '/r/:token',
    { config, schema: { hide: true }, bodyLimit: UPLOAD_LIMITS.formBytes },
    async (request, reply) => {
      const opened = await openLink(deps, request.params.token, 'report');
      const found = await readReport(deps, opened);
      if (found.insteadOf || found.page.deliverable === 'digest') {
        return showReport(deps, reply, opened, found);
      }
      return found.page.deliverable === 'certificate'
        ? takeCertificate(deps, request, reply, opened, found)
        : takeForm(deps, request, reply, opened, found);
    },
  );
};

/** Shows the page, with what keeps a form from being taken where something does. */
export async function showReport(
  deps: ApiDeps,
  reply: FastifyReply,
  opened: Opened,
  found: Found,
  refused?: { faults: string[]; status: number; typed?: Typed },
): Promise<FastifyReply> {
  const { page, insteadOf, stage } = found;
  const { notice, writing, path, deskPath } = opened;
  const silent =
    page.deliverable === 'certificate' ? await silentCount(deps.pool, page.periodId) : null;
  const html = reportView({
    writing,
    page,
    insteadOf,
    stage,
    silent,
    matter: matterOf(notice, page.processId, page.deliverable),
    sections: sectionsOf(opened, page),
    beside: await readBeside(deps, opened, page),
    now: opened.now,
    supplementPath: (obligationId) => ownLinkPath(deps, opened, 'report', obligationId),
    addressee: addresseeOf(notice, page.duties[0]?.partyId ?? ''),
    action: path,
    deskPath,
    once: randomUUID(),
    faults: refused?.faults ?? [],
    ...(refused?.typed && { typed: refused.typed }),
  });
  return sendPage(reply, html, refused?.status);
}

async function takeForm(
  deps: ApiDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  opened: Opened,
  found: Found,
): Promise<FastifyReply> {
  const form = await readForm(request);
  const { writing, token, noticeId, holder } = opened;
  const typed: Typed = { texts: form.texts, hadFiles: form.files.length + form.refused.length > 0 };
  const { handIn, faults } = readHandIn(opened, found, form);
  if (faults.length > 0)
    return showReport(deps, reply, opened, found, { faults, status: 422, typed });
  try {
    const receipt = await takeReport(deps, {
      // sent twice it is one submission; sent again with other words it is another version
      id: derivedId('report', token, fingerprintOf(form)),
      noticeId,
      signedBy: holder.personId,
      uploadedBy: opened.caller.actor,
      channel: 'link',
      ...handIn,
    });
    const html = receiptView({ receipt, ...(await handedIn(deps, opened, found, handIn)) });
    return sendPage(reply, html, 201);
  } catch (error) {
    const { words, status } = refusalWords(writing, error);
    const now = await readReport(deps, opened);
    return showReport(deps, reply, opened, now, { faults: [words], status, typed });
  }
}

/** What the receipt's page says of what was handed in, and what is still missing now. */
async function handedIn(
  deps: ApiDeps,
  opened: Opened,
  found: Found,
  { kind, attachments }: HandIn,
): Promise<Omit<ReceiptViewProps, 'receipt'>> {
  const { writing, notice, path } = opened;
  const { page, stage } = found;
  const { dossier } = await readBeside(deps, opened, page);
  return {
    writing,
    back: path,
    title: reportTitle({
      writing,
      page,
      stage,
      matter: matterOf(notice, page.processId, page.deliverable),
    }),
    addressee: addresseeOf(notice, page.duties[0]?.partyId ?? ''),
    nothing: kind === 'nothing' ? nothingWords({ writing, stage }) : null,
    files: attachments.map(({ fileName }) => fileName),
    missing: dossier.filter(({ isIn }) => !isIn).map((part) => part.title),
  };
}

async function takeCertificate(
  deps: ApiDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  opened: Opened,
  found: Found,
): Promise<FastifyReply> {
  const form = await readForm(request);
  const { writing, token, noticeId, caller, path } = opened;
  const ticked = (name: string) => textIn(form, name) === 'yes';
  const decision = Certify.safeParse({
    book: ticked('book'),
    tray: ticked('tray'),
    zalo: ticked('zalo'),
    comment: textIn(form, 'comment'),
  });
  if (!decision.success) {
    const faults = [writing.say(report).tickAll];
    return showReport(deps, reply, opened, found, { faults, status: 422 });
  }
  const { processId, periodKey: key } = found.page;
  try {
    await decideCertify(
      deps,
      { noticeId, processId, key },
      {
        caller,
        decisionId: derivedId('certify', token, fingerprintOf(form)),
        decision: decision.data,
      },
    );
    return sendPage(reply, certifiedView({ writing, at: await deps.now(noticeId), back: path }));
  } catch (error) {
    const { words, status } = refusalWords(writing, error);
    const now = await readReport(deps, opened);
    return showReport(deps, reply, opened, now, { faults: [words], status });
  }
}
