import { periodId } from '../../contracts/ids.ts';
import type { StageInLetter } from '../../contracts/letters/duties.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import { listComments } from '../../db/comments/listComments.ts';
import { readStages } from '../../db/periods/readStages.ts';
import type { Queryable } from '../../db/pool.ts';
import { readDraft } from '../../db/reading/draft.ts';
import { beginning, draftText } from '../../domain/drafting/draftText.ts';
import { partyTitle } from '../../domain/notice/roster.ts';
import { type Drafting, keyOfStage, type Stage, stageOf } from '../../domain/plan/drafting.ts';
import type { StepContext } from './step.ts';

/** So much of a draft stands in a letter; the whole of it, with its files, behind the link. */
const MOST_IN_LETTER = 4000;

/** What letters about a stage say beside their dates. */
export interface StageFacts {
  inLetter: StageInLetter;
  /** what a consulted body is asked about; null at any other stage */
  draft: { text: string; isShortened: boolean; files: string[] } | null;
}

/** Reads what a stage's letters are about; null where the schedule is of no drafting's stage. */
export async function readStageFacts(
  queryable: Queryable,
  { notice, process, periodKey, schedule }: StepContext,
): Promise<StageFacts | null> {
  if (process.kind !== 'drafting' || schedule.track !== 'main') return null;
  const stage = stageOf(process, periodKey);
  if (stage === undefined) return null;
  const before = process.stages[process.stages.indexOf(stage) - 1];
  return {
    inLetter: {
      title: stage.title,
      receivers: process.to.map((id) => partyTitle(notice, id)),
      session: process.session ?? null,
      ...(process.optional && { optional: true }),
      before: before ? await readBefore(queryable, notice, process, before) : null,
      comments: stage.kind === 'absorb' ? await countComments(queryable, notice, process) : null,
    },
    draft:
      stage.kind === 'consult' && before
        ? await readAsked(queryable, notice, process, before)
        : null,
  };
}

async function readBefore(
  queryable: Queryable,
  { id }: Notice,
  process: Drafting,
  before: Stage,
): Promise<StageInLetter['before']> {
  const { periods } = await readStages(queryable, id, process.id);
  const isDone = periods.get(keyOfStage(process, before))?.done ?? false;
  return { title: before.title, isDone };
}

async function countComments(
  queryable: Queryable,
  { id }: Notice,
  process: Drafting,
): Promise<{ made: number; open: number }> {
  const comments = await listComments(queryable, { noticeId: id, processId: process.id });
  const open = comments.filter(({ absorbed }) => absorbed === null).length;
  return { made: comments.length, open };
}

async function readAsked(
  queryable: Queryable,
  notice: Notice,
  process: Drafting,
  before: Stage,
): Promise<StageFacts['draft']> {
  const period = periodId(notice.id, process.id, keyOfStage(process, before));
  const draft = await readDraft(queryable, period);
  if (draft === null) return { text: '', isShortened: false, files: [] };
  const outline = notice.outlines.list.find(({ id }) => id === (before.outline ?? process.outline));
  const files = draft.attachments.map(({ fileName }) => fileName);
  return { ...beginning(draftText(outline, draft), MOST_IN_LETTER), files };
}
