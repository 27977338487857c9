import type { DigestDraft } from '../../contracts/digest.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { readCampaign } from '../../db/campaign/readCampaign.ts';
import type { Pool } from '../../db/pool.ts';
import { answerCoverage } from '../../db/reading/answers.ts';
import { lateAttainment } from '../../db/records/attainment.ts';
import { findProcess } from '../../domain/notice/findProcess.ts';
import { questionsOf } from '../../domain/notice/questionsOf.ts';
import { calendarOf } from '../../domain/plan/calendarOf.ts';

type Details = Pick<DigestDraft['processes'][number], 'peaks' | 'answered'>;

/** What the digest says of a process beside its counts: a campaign's year, and who answered a programme's questions. */
export async function processDetails(
  pool: Pool,
  notice: Notice,
  processId: string,
  { periodKeys, now }: { periodKeys: readonly string[]; now: Instant },
): Promise<Details> {
  const { process } = findProcess(notice, processId);
  if (process.kind === 'campaign') {
    const { years, thisYear } = await readCampaign(pool, notice.id, process, now);
    return { peaks: years.filter(({ year }) => year <= thisYear).slice(-2) };
  }
  const questions = questionsOf(notice, processId);
  if (questions === null) return {};
  const { cycle, sections } = questions;
  const asked = { noticeId: notice.id, cycle, sections: sections.map(({ id }) => id) };
  const coverage = await answerCoverage(pool, asked);
  return { answered: coverage.filter(({ periodKey }) => periodKeys.includes(periodKey)) };
}

/** Units past the day by which they planned to attain a level, without having attained it (clause 3). */
export const lateUnits = (
  pool: Pool,
  notice: Notice,
  now: Instant,
): Promise<NonNullable<DigestDraft['attainment']>> =>
  lateAttainment(pool, { noticeId: notice.id, today: calendarOf(notice).dayOf(now) });
