import type { AskForSupplement } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { obligationId } from '../../contracts/ids.ts';
import type { PlannedTrack } from '../../contracts/plan.ts';
import { type NewLetter, queueLetters } from '../letters/queueLetters.ts';
import { appendLog, type LogEntry } from '../log.ts';
import { readNotice } from '../notices/readNotice.ts';
import { wakeLater } from '../outbox.ts';
import type { Pool } from '../pool.ts';
import { inTransaction, type Transaction } from '../transaction.ts';
import { type Affected, readAffected } from './affected.ts';
import { type LockedObligation, lockObligations } from './lockObligations.ts';
import { lockPeriod, mustBeOfPeriod, type PeriodDecided } from './lockPeriod.ts';
import { type LockedSubmission, lockSubmissions } from './lockSubmissions.ts';
import { type Deciding, decidedBefore, recordDecision } from './recordDecision.ts';
import { closeWithLast, insertSchedule, variantId } from './schedules.ts';
import { trackWithDue } from './trackWithDue.ts';

export interface SupplementInput extends Deciding {
  periodId: string;
  /** `obligations`: those of the period that the submission covers and that must be supplemented */
  decision: AskForSupplement & { obligations: string[] };
  /** `items` are the new obligations, `of` the deliverable that is to be supplemented */
  compose: (facts: { items: Affected[]; of: string; decision: AskForSupplement }) => NewLetter[];
}

/**
 * The office asks for a supplement with a comment and a due time of its own: an obligation beside the first, reminded
 * of and never locked. A report in time stays in time.
 * @throws NotFound; Conflict where the submission has been reviewed or the period is closed; Invalid where the
 * submission does not cover an obligation, or the due time is not after `at`
 */
export async function askForSupplement(pool: Pool, input: SupplementInput): Promise<PeriodDecided> {
  const { decisionId, noticeId, periodId, actor, at, decision } = input;
  return inTransaction(pool, async (transaction) => {
    const covered = await lockObligations(transaction, noticeId, decision.obligations);
    const before = await decidedBefore(transaction, input, 'supplement');
    if (before) return { decisionId, woken: before.woken as string[] };
    const { plan } = await lockPeriod(transaction, noticeId, periodId);
    const [submission] = await lockSubmissions(transaction, noticeId, [decision.submission]);
    mustBeOfPeriod(covered, periodId);
    mustBeAskable(submission, covered);

    const track = await nextTrack(transaction, periodId, covered);
    const { notice } = await readNotice(transaction, noticeId);
    const due = { date: decision.dueDate, boundary: 'by' as const, time: decision.dueTime };
    const planned = trackWithDue(notice, plan, track, { due, now: at });
    const woken = [periodId];
    const decided = await recordDecision(transaction, input, {
      kind: 'supplement',
      subject: decision.submission,
      reason: [decision.comment, ...decision.missing.map((item) => `- ${item}`)].join('\n'),
      detail: { woken, obligations: decision.obligations, dueAt: planned.dueAt },
    });
    const ids = await enterSupplement(transaction, input, covered, planned);
    await closeWithLast(transaction, periodId);
    await transaction.query(
      `update submission set review = 'supplement-asked', reviewed_at = $2 where id = $1`,
      [decision.submission, at],
    );
    const items = await readAffected(transaction, ids, at);
    const letters = input.compose({ items, of: covered[0]?.deliverable ?? 'report', decision });
    const queued = await queueLetters(transaction, { noticeId, now: at, letters });
    await wakeLater(transaction, woken);
    const asked = ids.map(
      (subject): LogEntry => ({
        actor: actor.id,
        action: 'supplement-asked',
        subject,
        detail: { decision: decisionId, submission: decision.submission, dueAt: planned.dueAt },
      }),
    );
    await appendLog(transaction, noticeId, at, [decided, ...asked, ...queued]);
    return { decisionId, woken };
  });
}

function mustBeAskable(
  submission: LockedSubmission | undefined,
  covered: readonly LockedObligation[],
): void {
  if (submission?.review !== 'unreviewed') {
    throw new PermanentFailure(
      FAILURES.conflict,
      `nothing was decided: the submission is ${submission?.review} already`,
      '/submission',
    );
  }
  const other = covered.find(({ id }) => !submission.obligationIds.includes(id));
  if (!other) return;
  throw new PermanentFailure(
    FAILURES.invalid,
    `the submission ${submission.id} does not cover ${other.id}`,
    '/obligations',
  );
}

/** The next free `supplement-<n>` for these parties; the period's lock keeps it free. */
async function nextTrack(
  transaction: Transaction,
  periodId: string,
  covered: readonly LockedObligation[],
): Promise<string> {
  const { rows } = await transaction.query<{ last: number }>(
    `select coalesce(max(substring(track from '^supplement-(\\d+)$')::int), 0) as last
     from obligation where period_id = $1 and party_id = any($2)`,
    [periodId, covered.map(({ partyId }) => partyId)],
  );
  return `supplement-${(rows[0]?.last ?? 0) + 1}`;
}

async function enterSupplement(
  transaction: Transaction,
  { noticeId, periodId, decisionId }: SupplementInput,
  covered: readonly LockedObligation[],
  planned: PlannedTrack,
): Promise<string[]> {
  const schedule = {
    id: variantId(periodId, planned.key, decisionId),
    track: planned.key,
    deliverable: 'supplement',
    dueAt: planned.dueAt,
    lastDay: planned.lastDay,
    lockAt: null,
    certifiesFrom: null,
    reason: 'supplement' as const,
    steps: planned.steps.map((step) => ({ ...step, rung: null, doneAt: null })),
  };
  await insertSchedule(transaction, periodId, decisionId, schedule);
  const parties = [...new Set(covered.map(({ partyId }) => partyId))];
  const ids = parties.map((party) => obligationId(periodId, planned.key, party));
  await transaction.query(
    `insert into obligation (id, notice_id, period_id, process_id, party_id, track, deliverable, schedule_id, ordinal,
       original_due_at, due_at)
     select o.id, $3, $4, $5, o.party, $6, 'supplement', $7,
       o.n + (select max(ordinal) from obligation where period_id = $4), $8, $8
     from unnest($1::text[], $2::text[]) with ordinality as o(id, party, n)`,
    [
      ids,
      parties,
      noticeId,
      periodId,
      covered[0]?.processId,
      planned.key,
      schedule.id,
      planned.dueAt,
    ],
  );
  return ids;
}
