import { randomUUID } from 'node:crypto';
import { ASKING_KINDS, type SentEvidence } from '../../contracts/letters.ts';
import { recordFindings } from '../../db/escalation/recordFindings.ts';
import { type Silent, silentAt } from '../../db/escalation/silentAt.ts';
import { isCertified } from '../../db/periods/isCertified.ts';
import type { Pool } from '../../db/pool.ts';
import { inTransaction } from '../../db/transaction.ts';
import { type Doubt, doubts } from '../../domain/ladder/doubt.ts';
import { calendarOf } from '../../domain/plan/calendarOf.ts';
import { chunksOf } from './chunksOf.ts';
import { signOfLife } from './signOfLife.ts';
import { type BatchInput, readStepContext } from './step.ts';
import { type ToldBy, tellingDeadlines } from './tellingDeadlines.ts';

/**
 * The lock: from here silence counts. Records for each silent party of a batch that there is no report, with the
 * evidence as it stands; where the engine has reason to doubt itself the finding is withheld and says why (the
 * domain's "Self-doubt before blame").
 */
export async function lockBatch(pool: Pool, input: BatchInput): Promise<void> {
  const context = await readStepContext(pool, input.scheduleId);
  const { notice } = context;
  const certified =
    context.schedule.track === 'main'
      ? await isCertified(pool, input.periodId, context.schedule.dueAt)
      : null;
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

  for (const chunk of chunksOf(silent.filter(({ judged }) => !judged))) {
    await inTransaction(pool, (transaction) =>
      recordFindings(transaction, {
        noticeId: notice.id,
        scheduleId: input.scheduleId,
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

/**
 * Why silence may not be held against this party, from the letters to whoever held it when it fell due. What went to a
 * predecessor did not reach the successor: for him the hand-over letter stands in its place, as the letter about an
 * extension does for one whom the prompt did not reach.
 */
export function doubtsAbout(
  silent: Silent,
  facts: ToldBy & { trial: boolean; certified: boolean | null },
): Doubt[] {
  const prompts = silent.toHolder.filter(({ kind }) => ASKING_KINDS.includes(kind));
  const handOvers = silent.toHolder.filter(({ kind }) => kind === 'hand-over');
  const extensions = silent.toHolder.filter(({ kind }) => kind === 'extended');
  const sent = (letters: SentEvidence[]) => letters.find(({ state }) => state === 'sent');
  const told = sent(prompts) ?? sent(extensions) ?? prompts[0] ?? sent(handOvers) ?? handOvers[0];
  return doubts({
    promptedAt: told?.at ?? null,
    promptState: told?.state ?? null,
    promptDueBy: told && ASKING_KINDS.includes(told.kind) ? facts.promptDueBy : facts.handOverDueBy,
    hasAddress: silent.hasAddress,
    vacant: silent.vacant,
    trial: facts.trial,
    paused: false, // a paused period takes no step at all
    certified: facts.certified,
  });
}
