import { randomUUID } from 'node:crypto';
import { scheduleId } from '../../contracts/ids.ts';
import { ASKING_KINDS, type SentEvidence } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import { recordFindings } from '../../db/escalation/recordFindings.ts';
import { type Silent, silentAt } from '../../db/escalation/silentAt.ts';
import { isCertified } from '../../db/periods/isCertified.ts';
import type { Pool } from '../../db/pool.ts';
import { inTransaction } from '../../db/transaction.ts';
import { type Doubt, doubts } from '../../domain/ladder/doubt.ts';
import { calendarOf } from '../../domain/plan/calendarOf.ts';
import { chunksOf } from './chunksOf.ts';
import { signOfLife } from './signOfLife.ts';
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
  const toldBy = await tellingDeadlines(pool, context, input.periodId);
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
          doubts: doubtsAbout(one, { trial: context.trial, certified, ...toldBy }),
          hasWords,
          evidence: one.evidence,
        })),
      }),
    );
    signOfLife();
  }
}

/** The latest instants at which somebody was still told in time. */
interface ToldBy {
  promptDueBy: Instant;
  handOverDueBy: Instant;
}

/**
 * Why silence may not be held against this party, from the letters to whoever held it when it fell due. What went to a
 * predecessor did not reach the successor: for him the hand-over letter stands in its place.
 */
export function doubtsAbout(
  silent: Silent,
  facts: ToldBy & { trial: boolean; certified: boolean | null },
): Doubt[] {
  const prompts = silent.toHolder.filter(({ kind }) => ASKING_KINDS.includes(kind));
  const handOvers = silent.toHolder.filter(({ kind }) => kind === 'hand-over');
  const best = (letters: SentEvidence[]) =>
    letters.find(({ state }) => state === 'sent') ?? letters[0];
  const told = best(prompts) ?? best(handOvers);
  return doubts({
    promptedAt: told?.at ?? null,
    promptState: told?.state ?? null,
    promptDueBy: told?.kind === 'hand-over' ? facts.handOverDueBy : facts.promptDueBy,
    hasAddress: silent.hasAddress,
    vacant: silent.vacant,
    trial: facts.trial,
    paused: false, // a paused period takes no step at all
    certified: facts.certified,
  });
}

/**
 * A prompt was in time at its schedule's own instant, or the plan's, with the notice's tolerance. A hand-over letter was
 * in time before the last reminder, the ladder's last word before the due time; without one, before the due time.
 */
async function tellingDeadlines(
  pool: Pool,
  context: StepContext,
  periodId: string,
): Promise<ToldBy> {
  const { schedule, notice } = context;
  const { rows } = await pool.query<{ prompt: Instant | null; reminder: Instant | null }>(
    `select (select t.at + make_interval(mins => $3) from schedule_step t
       where t.schedule_id = any(array[$1, $2]) and t.kind = 'prompt' order by t.schedule_id = $1 desc limit 1) as prompt,
       (select max(t.at) from schedule_step t where t.schedule_id = $1 and t.kind = 'remind') as reminder`,
    [schedule.id, scheduleId(periodId, schedule.track), notice.settings.outage.toleranceMinutes],
  );
  return {
    promptDueBy: rows[0]?.prompt ?? schedule.dueAt,
    handOverDueBy: rows[0]?.reminder ?? schedule.dueAt,
  };
}
