import { FAILURES, PermanentFailure } from '../../../contracts/failures.ts';
import { periodId } from '../../../contracts/ids.ts';
import type { Instant } from '../../../contracts/plan.ts';
import { listProcesses } from '../../../db/reading/notices.ts';
import { listObligations } from '../../../db/reading/obligations.ts';
import { readOverview } from '../../../db/reading/overview.ts';
import { listPeriods, readPeriod } from '../../../db/reading/periods.ts';
import { readStory } from '../../../db/story/readStory.ts';
import type { StoryOf } from '../../../domain/log/storyEvent.ts';
import type { ApiDeps } from '../../deps.ts';
import { noticeStoryView } from '../views/NoticeStoryView.tsx';
import { noticeView } from '../views/NoticeView.tsx';
import { periodStoryView } from '../views/PeriodStoryView.tsx';
import { processStoryView } from '../views/ProcessStoryView.tsx';
import type { RegisterPaths } from './registerPaths.ts';
import type { Reader } from './tellEvent.ts';

/** Events on a page; what follows is a page further. */
const EVENTS = 300;
/** Periods or obligations that a page lists; beyond that the API has them. */
const LISTED = 1000;

/** Whoever reads the register, and the means to write its pages. */
export interface RegisterReader extends Reader {
  noticeId: string;
  state: string;
  now: Instant;
  paths: RegisterPaths;
  /** where an admin goes from here; null for everybody else */
  beyond: { start: string; posts: string } | null;
}

/** A notice at a glance. */
export async function showNotice(deps: ApiDeps, reader: RegisterReader): Promise<string> {
  const { noticeId } = reader;
  const open = await listPeriods(deps.pool, { noticeId, state: 'open', limit: 100 });
  return noticeView({
    ...reader,
    processes: await listProcesses(deps.pool, noticeId),
    periods: open.items,
    overview: await readOverview(deps.pool, noticeId),
  });
}

/** What happened to the notice as a whole: its loading, posts, amendments, what the office records of units. */
export async function showWhole(
  deps: ApiDeps,
  reader: RegisterReader,
  from?: string,
): Promise<string> {
  const { noticeId, paths } = reader;
  const told = await storyFrom(deps, { of: 'notice', noticeId }, paths.story, from);
  return noticeStoryView({ reader, paths, ...told });
}

/** @throws NotFound */
export async function showProcess(
  deps: ApiDeps,
  reader: RegisterReader,
  processId: string,
  from?: string,
): Promise<string> {
  const { noticeId, paths } = reader;
  const [process] = await listProcesses(deps.pool, noticeId, processId);
  if (!process) throw new PermanentFailure(FAILURES.notFound, `no process ${processId}`);
  const periods = await listPeriods(deps.pool, { noticeId, process: processId, limit: LISTED });
  const about = { of: 'process', noticeId, processId } as const;
  const told = await storyFrom(deps, about, paths.process(processId), from);
  return processStoryView({ reader, paths, process, periods: periods.items, ...told });
}

/** @throws NotFound */
export async function showPeriod(
  deps: ApiDeps,
  reader: RegisterReader,
  { processId, periodKey }: { processId: string; periodKey: string },
  from?: string,
): Promise<string> {
  const { noticeId, now, paths } = reader;
  const period = await readPeriod(deps.pool, periodId(noticeId, processId, periodKey));
  if (!period) throw new PermanentFailure(FAILURES.notFound, `no period ${periodKey}`);
  const obligations = await listObligations(deps.pool, {
    noticeId,
    now,
    process: processId,
    period: periodKey,
    limit: LISTED,
  });
  const about = { of: 'period', noticeId, processId, periodKey } as const;
  const told = await storyFrom(deps, about, paths.period(processId, periodKey), from);
  const ofPeriod = { ...reader, period: { processId, periodKey } };
  return periodStoryView({
    reader: ofPeriod,
    paths,
    period,
    obligations: obligations.items,
    ...told,
  });
}

async function storyFrom(deps: ApiDeps, about: StoryOf, path: string, from: string | undefined) {
  const story = await readStory(deps.pool, { ...about, cursor: from, limit: EVENTS });
  const more = story.next === null ? null : `${path}?from=${encodeURIComponent(story.next)}`;
  return { events: story.items, more };
}
