import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Certify } from '../../../contracts/decisions.ts';
import { readGuidance } from '../../../db/reading/guidance.ts';
import { type ReportPage, readReportPage } from '../../../db/reading/reportPage.ts';
import { silentCount } from '../../../db/reading/silentCount.ts';
import { readAttachment } from '../../../db/submissions/readSubmission.ts';
import { dossierParts } from '../../../domain/notice/dossier.ts';
import { findProcess } from '../../../domain/notice/findProcess.ts';
import { matterOf } from '../../../domain/notice/letterFacts.ts';
import { decideCertify } from '../../deciding/decideAsOffice.ts';
import { takeReport } from '../../deciding/takeReport.ts';
import type { ApiDeps, Routes } from '../../deps.ts';
import { derivedId } from '../../idempotency/derivedId.ts';
import { Problem } from '../../problems/problem.ts';
import { UPLOAD_LIMITS } from '../../uploads/limits.ts';
import { type Form, fingerprintOf, readForm, textIn } from '../../uploads/readForm.ts';
import { sendAttachment } from '../../uploads/sendAttachment.ts';
import { answerWithPage, sendPage } from '../answerPage.ts';
import { refusals, report } from '../catalogue/report.ts';
import { stage as phrases } from '../catalogue/stage.ts';
import { type Opened, openLink } from '../openLink.ts';
import { readStagePage, type StageOnPage } from '../readStagePage.ts';
import { refusalWords } from '../refusalWords.ts';
import { readBeside } from '../report/readBeside.ts';
import { certifiedView, receiptView } from '../views/ReceiptView.tsx';
import { reportView, type Section, type Typed } from '../views/ReportView.tsx';

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

/** What a link to an obligation opens. */
export interface Found {
  page: ReportPage;
  insteadOf: boolean;
  /** null where it is of no drafting's stage */
  stage: StageOnPage | null;
}

/** What the link is about, if its person holds it; the head of the office may see what was sent to nobody else. */
export async function readReport(deps: ApiDeps, opened: Opened): Promise<Found> {
  const { noticeId, subject, holder, now, notice } = opened;
  const held = holder.parties.map(({ id }) => id);
  const query = { obligationId: subject, noticeId, now };
  const page = await readReportPage(deps.pool, { ...query, parties: held });
  if (page) {
    return { page, insteadOf: false, stage: await readStagePage(deps, opened, page) };
  }
  if (held.includes(notice.roles.office)) {
    const party = subject.split('/').at(-1)?.split(':')[0] ?? '';
    const instead = await readReportPage(deps.pool, { ...query, parties: [party] });
    if (instead) {
      return { page: instead, insteadOf: true, stage: await readStagePage(deps, opened, instead) };
    }
  }
  throw new Problem('not-found', 'no such obligation of this person');
}

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
    action: path,
    deskPath,
    once: randomUUID(),
    faults: refused?.faults ?? [],
    ...(refused?.typed && { typed: refused.typed }),
  });
  return sendPage(reply, html, refused?.status);
}

function sectionsOf({ notice }: Opened, page: ReportPage): Section[] {
  if (page.track.startsWith('supplement-')) return [];
  const outline = notice.outlines.list.find(({ id }) => id === page.outline);
  return (outline?.sections ?? []).map(({ id, title, ask, of }) => ({
    id,
    title,
    ask: ask ?? null,
    of: of === undefined ? null : findProcess(notice, of).process.title,
  }));
}

async function takeForm(
  deps: ApiDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  opened: Opened,
  found: Found,
): Promise<FastifyReply> {
  const form = await readForm(request);
  const { writing, token, noticeId, holder, path } = opened;
  const typed: Typed = { texts: form.texts, hadFiles: form.files.length + form.refused.length > 0 };
  const offered = found.page.duties.filter(({ closed }) => !closed).map((one) => one.obligationId);
  const obligationIds = (form.texts.get('obligation') ?? []).filter((id) => offered.includes(id));
  const answers = answersIn(form, sectionsOf(opened, found.page));
  const faults = [
    ...faultsOf(opened, form, { obligationIds, answers }),
    ...unansweredFaults(opened, found),
  ];
  if (faults.length > 0)
    return showReport(deps, reply, opened, found, { faults, status: 422, typed });
  const isNothing = textIn(form, 'kind') === 'nothing';
  try {
    const receipt = await takeReport(deps, {
      // sent twice it is one submission; sent again with other words it is another version
      id: derivedId('report', token, fingerprintOf(form)),
      noticeId,
      obligationIds,
      signedBy: holder.personId,
      uploadedBy: opened.caller.actor,
      channel: 'link',
      kind: isNothing ? 'nothing' : 'report',
      body: isNothing ? '' : textIn(form, 'body'),
      answers: isNothing ? {} : answers,
      checklist: isNothing ? [] : partsIn(form, opened, found.page),
      attachments: isNothing ? [] : form.files,
    });
    return sendPage(reply, receiptView({ writing, receipt, back: path }), 201);
  } catch (error) {
    const { words, status } = refusalWords(writing, error);
    const now = await readReport(deps, opened);
    return showReport(deps, reply, opened, now, { faults: [words], status, typed });
  }
}

/** The stage that absorbs comments is taken once each of them has been answered. */
function unansweredFaults({ writing }: Opened, { stage }: Found): string[] {
  const open = (stage?.comments ?? []).filter(({ absorbed }) => absorbed === null);
  if (open.length === 0) return [];
  return [writing.say(phrases).answerFirst(open.map(({ madeBy }) => madeBy).join('; '))];
}

/** Ticked parts of the dossier, as far as the notice asks for them. */
const partsIn = (
  form: Form,
  { notice }: Opened,
  { processId, deliverable }: ReportPage,
): string[] =>
  dossierParts(notice, processId, deliverable)
    .map(({ id }) => id)
    .filter((id) => form.texts.get('part')?.includes(id));

const answersIn = (form: Form, sections: Section[]): Record<string, string> =>
  Object.fromEntries(
    sections
      .map(({ id }) => [id, textIn(form, `section-${id}`)] as const)
      .filter(([, text]) => text !== ''),
  );

function faultsOf(
  { writing }: Opened,
  form: Form,
  given: { obligationIds: string[]; answers: Record<string, string> },
): string[] {
  const say = writing.say(report);
  const faults = form.refused.map((name) => writing.say(refusals).file(name));
  if (given.obligationIds.length === 0) faults.push(say.chooseCapacity);
  if (textIn(form, 'kind') === 'nothing') {
    if (textIn(form, 'confirm-nothing') !== 'yes') faults.push(say.confirmNothing);
    return faults;
  }
  const isEmpty =
    textIn(form, 'body') === '' &&
    Object.keys(given.answers).length === 0 &&
    form.files.length + form.refused.length === 0;
  if (isEmpty) faults.push(say.empty);
  return faults;
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
