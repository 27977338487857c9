import { randomUUID } from 'node:crypto';
import { heartbeat } from '@temporalio/activity';
import { scheduleId } from '../../contracts/ids.ts';
import { ASKING_KINDS } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import { recordFindings } from '../../db/escalation/recordFindings.ts';
import { type Silent, silentAt } from '../../db/escalation/silentAt.ts';
import { isCertified } from '../../db/periods/isCertified.ts';
import type { Pool } from '../../db/pool.ts';
import { inTransaction } from '../../db/transaction.ts';
import { type Doubt, doubts } from '../../domain/ladder/doubt.ts';
import { calendarOf } from '../../domain/plan/calendarOf.ts';
import { chunksOf } from './chunksOf.ts';
import { type BatchInput, readStepContext, type StepContext } from './step.ts';

/**
 * The lock: from here silence counts. Records for each silent party of a batch that there is no report, with the
 * evidence as it stands; where the engine has reason to doubt itself the finding is withheld and says why (the
 * domain's "Self-doubt before blame").
 */
export async function lockBatch(pool: Pool, input: BatchInput): Promise<void> {
  const context = await readStepContext(pool, input.scheduleId);
  const { notice } = context;
  const certified =
    context.schedule.track === 'main' ? await isCertified(pool, input.periodId) : null;
  const promptDueBy = await promptDeadline(pool, context, input.periodId);
  const calendar = calendarOf(notice);
  const releaseDueAt = calendar.at(
    calendar.addWorkingDays(calendar.dayOf(input.now), notice.settings.release.withinWorkingDays),
    calendar.timeOf(input.now),
  );
  const hasWords =
    context.schedule.track === 'main' &&
    context.process.kind === 'reporting-cycle' &&
    context.process.finding !== undefined;
  const silent = await silentAt(pool, {
    scheduleId: input.scheduleId,
    ...input.batch,
    now: input.now,
  });

  for (const chunk of chunksOf(silent.filter(({ found }) => found === null))) {
    await inTransaction(pool, (transaction) =>
      recordFindings(transaction, {
        noticeId: notice.id,
        now: input.now,
        releaseDueAt,
        findings: chunk.map((one) => ({
          id: randomUUID(),
          obligationId: one.obligationId,
          doubts: doubtsAbout(one, { trial: context.trial, certified, promptDueBy }),
          hasWords,
          evidence: one.evidence,
        })),
      }),
    );
    heartbeat();
  }
}

/** Why silence may not be held against this party, from the letters about it. */
export function doubtsAbout(
  silent: Silent,
  facts: { trial: boolean; certified: boolean | null; promptDueBy: Instant },
): Doubt[] {
  const prompts = silent.evidence.filter(({ kind }) => ASKING_KINDS.includes(kind));
  const best = prompts.find(({ state }) => state === 'sent') ?? prompts[0] ?? null;
  return doubts({
    promptedAt: best?.at ?? null,
    promptState: best?.state ?? null,
    promptDueBy: facts.promptDueBy,
    hasAddress: silent.hasAddress,
    vacant: silent.vacant,
    trial: facts.trial,
    paused: false, // a paused period takes no step at all
    certified: facts.certified,
  });
}

/** The latest instant at which the prompt was still in time: its planned instant and the notice's tolerance. */
async function promptDeadline(
  pool: Pool,
  context: StepContext,
  periodId: string,
): Promise<Instant> {
  const { rows } = await pool.query<{ at: Instant }>(
    `select at + make_interval(mins => $2) as at from schedule_step where schedule_id = $1 and kind = 'prompt'`,
    [scheduleId(periodId, context.schedule.track), context.notice.settings.outage.toleranceMinutes],
  );
  return rows[0]?.at ?? context.schedule.dueAt;
}
