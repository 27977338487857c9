import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { nothingMeans } from '../../domain/drafting/nothingMeans.ts';
import { findProcess } from '../../domain/notice/findProcess.ts';
import { type Drafting, type Stage, stageOf } from '../../domain/plan/drafting.ts';
import { unanswered } from '../comments/listComments.ts';
import type { LockedObligation } from '../decisions/lockObligations.ts';
import { readNotice } from '../notices/readNotice.ts';
import type { Transaction } from '../transaction.ts';
import type { NewSubmission } from './newSubmission.ts';

/** A stage of a drafting that a submission is handed in for. */
export interface StageTaken {
  obligation: LockedObligation;
  process: Drafting;
  stage: Stage;
}

/** The drafting stages among the obligations of a submission; none for everything else that is owed. */
export async function stagesTaken(
  transaction: Transaction,
  noticeId: string,
  obligations: readonly LockedObligation[],
): Promise<StageTaken[]> {
  const drafted = obligations.filter(isOfDrafting);
  if (drafted.length === 0) return [];
  const { notice } = await readNotice(transaction, noticeId);
  return drafted.flatMap((obligation): StageTaken[] => {
    const { process } = findProcess(notice, obligation.processId);
    if (process.kind !== 'drafting') return [];
    const stage = stageOf(process, obligation.periodId.split('/')[2] ?? '');
    return stage === undefined ? [] : [{ obligation, process, stage }];
  });
}

const isOfDrafting = ({ track, deliverable }: LockedObligation): boolean =>
  track === 'main' && (deliverable === 'stage' || deliverable === 'document');

/**
 * The open obligations that a submission settles beside its own, to be locked with them: handing in the document covers
 * what its party still owes in earlier stages, and "nothing" may say that there is no proposal at all.
 */
export async function alsoSettled(
  transaction: Transaction,
  { noticeId, obligationIds, kind }: NewSubmission,
): Promise<string[]> {
  const { rows } = await transaction.query<{ id: string }>(
    `select e.id from obligation o
     join process r on r.notice_id = o.notice_id and r.id = o.process_id and r.kind = 'drafting'
     join obligation e on e.notice_id = o.notice_id and e.process_id = o.process_id and e.track = 'main' and e.outcome = 'open'
     where o.id = any($1) and o.notice_id = $2 and o.track = 'main' and o.deliverable in ('stage', 'document')
       and e.id <> all($1) and ($3 = 'nothing' or (o.deliverable = 'document' and e.party_id = o.party_id))`,
    [obligationIds, noticeId, kind],
  );
  return rows.map(({ id }) => id);
}

/**
 * Refuses what is no result of its stage: "nothing" where something has to be drafted, and the absorbing of comments
 * while one of them stands unanswered (clause 4: every comment absorbed, or why not).
 */
export async function mustSuitStage(
  transaction: Transaction,
  { noticeId, kind }: NewSubmission,
  stages: readonly StageTaken[],
): Promise<void> {
  for (const { obligation, process, stage } of stages) {
    if (kind === 'nothing' && nothingMeans(process, stage) === null) {
      throw new PermanentFailure(
        FAILURES.invalid,
        `the stage "${stage.title}" has a result: "nothing" is none`,
        '/kind',
      );
    }
    if (stage.kind !== 'absorb' || kind === 'nothing') continue;
    const open = await unanswered(transaction, { noticeId, processId: obligation.processId });
    if (open.length === 0) continue;
    const names = open.slice(0, 10).map(({ madeBy }) => madeBy);
    const more = open.length > names.length ? ` and ${open.length - names.length} more` : '';
    throw new PermanentFailure(
      FAILURES.conflict,
      `comments on the draft stand unanswered: ${names.join('; ')}${more}`,
      '/obligations',
    );
  }
}
