import { periodId } from '../../contracts/ids.ts';
import { type DraftComment, listComments } from '../../db/comments/listComments.ts';
import { readDraft } from '../../db/reading/draft.ts';
import type { ReportPage } from '../../db/reading/reportPage.ts';
import { draftText } from '../../domain/drafting/draftText.ts';
import { nothingMeans } from '../../domain/drafting/nothingMeans.ts';
import { type SpokenStage, spokenOf } from '../../domain/drafting/spokenOf.ts';
import { findProcess } from '../../domain/notice/findProcess.ts';
import { type Drafting, keyOfStage, type Stage, stageOf } from '../../domain/plan/drafting.ts';
import type { ApiDeps } from '../deps.ts';
import type { Opened } from './openLink.ts';

/** What the page of a drafting's stage shows beside what every page does. */
export interface StageOnPage {
  title: string;
  spoken: SpokenStage;
  session: string | null;
  /** what the confirmed "nothing" says here; null where it is not taken */
  nothing: 'agreed' | 'no-proposal' | null;
  /** the draft on which an opinion is asked for */
  draft: { text: string; attachments: { id: string; fileName: string }[] } | null;
  /** at the stage that absorbs them; null elsewhere */
  comments: DraftComment[] | null;
}

/** Reads what a page about a stage shows; null where the page is of no drafting's stage. */
export async function readStagePage(
  deps: ApiDeps,
  { notice }: Opened,
  page: ReportPage,
): Promise<StageOnPage | null> {
  const { process } = findProcess(notice, page.processId);
  if (process.kind !== 'drafting' || page.track !== 'main') return null;
  const stage = stageOf(process, page.periodKey);
  if (stage === undefined) return null;
  const about = { noticeId: notice.id, processId: process.id };
  return {
    title: stage.title,
    spoken: spokenOf(notice, page) as SpokenStage,
    session: process.session ?? null,
    nothing: nothingMeans(process, stage),
    draft: stage.kind === 'consult' ? await readAsked(deps, notice, process, stage) : null,
    comments: stage.kind === 'absorb' ? await listComments(deps.pool, about) : null,
  };
}

async function readAsked(
  deps: ApiDeps,
  notice: Opened['notice'],
  process: Drafting,
  stage: Stage,
): Promise<StageOnPage['draft']> {
  const before = process.stages[process.stages.indexOf(stage) - 1];
  if (before === undefined) return null;
  const period = periodId(notice.id, process.id, keyOfStage(process, before));
  const draft = await readDraft(deps.pool, period);
  if (draft === null) return null;
  const outline = notice.outlines.list.find(({ id }) => id === (before.outline ?? process.outline));
  return { text: draftText(outline, draft), attachments: draft.attachments };
}

/** Whether whoever may open the page may download a file: the draft's, or a comment's. */
export const hasFile = (stage: StageOnPage, attachmentId: string): boolean =>
  [stage.draft?.attachments ?? [], ...(stage.comments ?? []).map(({ attachments }) => attachments)]
    .flat()
    .some(({ id }) => id === attachmentId);
