import type { DigestDrafting } from '../../contracts/digest.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { readDraftings } from '../../db/digests/readDraftings.ts';
import type { Queryable } from '../../db/pool.ts';
import { listCandidates } from '../../db/targets/listCandidates.ts';
import { targetProgress } from '../../domain/drafting/targetProgress.ts';
import { findProcess } from '../../domain/notice/findProcess.ts';
import { stageOf } from '../../domain/plan/drafting.ts';

/** Where each drafting of a notice stands, by its process, as the digest says it. */
export async function digestDraftings(
  queryable: Queryable,
  notice: Notice,
  now: Instant,
): Promise<Map<string, DigestDrafting>> {
  const candidates = await listCandidates(queryable, { noticeId: notice.id });
  const draftings = await readDraftings(queryable, notice.id, now);
  return new Map(
    draftings.flatMap(({ processId, at, noProposal, openComments }) => {
      const { process } = findProcess(notice, processId);
      if (process.kind !== 'drafting') return [];
      const mine = candidates.filter((one) => one.processId === processId);
      const stage = at && {
        title: stageOf(process, at.periodKey)?.title ?? process.title,
        lastDay: at.lastDay,
        isLate: at.isLate,
      };
      const targets = targetProgress(process, mine).map((target) => ({
        ...target,
        who: mine
          .filter(({ targetId, state }) => targetId === target.id && state === 'attained')
          .map(({ name }) => name),
      }));
      return [[processId, { stage, noProposal, openComments, targets }] as const];
    }),
  );
}
