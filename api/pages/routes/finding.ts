import { randomUUID } from 'node:crypto';
import { Answer } from '../../../contracts/decisions.ts';
import { type FindingRow, readFinding } from '../../../db/reading/findings.ts';
import { readObligation } from '../../../db/reading/obligations.ts';
import { findProcess } from '../../../domain/notice/findProcess.ts';
import { matterOf } from '../../../domain/notice/letterFacts.ts';
import { decideAnswer } from '../../deciding/decideOnFindings.ts';
import { mustMay } from '../../deciding/rights.ts';
import type { ApiDeps, Routes } from '../../deps.ts';
import { derivedId } from '../../idempotency/derivedId.ts';
import { Problem } from '../../problems/problem.ts';
import { fingerprintOf, readForm, textIn } from '../../uploads/readForm.ts';
import { answerWithPage, sendPage } from '../answerPage.ts';
import { finding as phrases } from '../catalogue/finding.ts';
import { type Opened, openLink, ownLinkPath } from '../openLink.ts';
import { refusalWords } from '../refusalWords.ts';
import { findingView } from '../views/FindingView.tsx';

interface Link {
  Params: { token: string };
}

/** The page behind the link to a finding: the person found reads the record and answers it. */
export const findingPage: Routes = (api, deps) => {
  const config = { answerProblem: answerWithPage };

  api.get<Link>('/f/:token', { config, schema: { hide: true } }, async (request, reply) => {
    const opened = await openLink(deps, request.params.token, 'finding');
    return sendPage(reply, await view(deps, opened, await read(deps, opened), {}));
  });

  api.post<Link>('/f/:token', { config, schema: { hide: true } }, async (request, reply) => {
    const opened = await openLink(deps, request.params.token, 'finding');
    const found = await read(deps, opened);
    const form = await readForm(request);
    const { writing, token, caller, subject } = opened;
    const typed = textIn(form, 'body');
    const decision = Answer.safeParse({ body: typed });
    if (!decision.success) {
      const faults = [writing.say(phrases).wrongLength];
      return sendPage(reply, await view(deps, opened, found, { faults, typed }), 422);
    }
    try {
      const decisionId = derivedId('answer', token, fingerprintOf(form));
      await decideAnswer(deps, subject, { caller, decisionId, decision: decision.data });
    } catch (error) {
      const { words, status } = refusalWords(writing, error);
      const now = await read(deps, opened);
      return sendPage(reply, await view(deps, opened, now, { faults: [words], typed }), status);
    }
    const now = await read(deps, opened);
    return sendPage(reply, await view(deps, opened, now, { sent: true }), 201);
  });
};

/** The finding, for the person found alone. */
async function read(deps: ApiDeps, opened: Opened): Promise<FindingRow> {
  const { subject, noticeId, caller, now } = opened;
  const finding = await readFinding(deps.pool, subject);
  if (!finding || finding.noticeId !== noticeId) throw new Problem('not-found', 'no such finding');
  const wish = { kind: 'answer-finding' as const, noticeId, obligationIds: [finding.obligationId] };
  await mustMay(deps.pool, caller, { ...wish, now });
  return finding;
}

async function view(
  deps: ApiDeps,
  opened: Opened,
  finding: FindingRow,
  shown: { faults?: string[]; typed?: string; sent?: boolean },
): Promise<string> {
  const { writing, notice, path, now } = opened;
  const obligation = await readObligation(deps.pool, finding.obligationId, now);
  const { process } = findProcess(notice, finding.processId);
  const rule = process.kind === 'reporting-cycle' ? process.finding : undefined;
  return findingView({
    writing,
    finding,
    dueAt: obligation?.dueAt ?? finding.recordedAt,
    matter: matterOf(notice, finding.processId, obligation?.deliverable),
    reportPath:
      obligation?.status === 'open-overdue'
        ? ownLinkPath(deps, opened, 'report', finding.obligationId)
        : null,
    rule: rule ? { words: rule.words, clause: rule.clause } : null,
    action: path,
    once: randomUUID(),
    sent: shown.sent ?? false,
    faults: shown.faults ?? [],
    typed: shown.typed ?? '',
  });
}
