import type { Instant, PlannedPeak } from '../../contracts/plan.ts';
import { queueLetters } from '../../db/letters/queueLetters.ts';
import { toldBy } from '../../db/letters/toldBy.ts';
import { appendLog } from '../../db/log.ts';
import { readStanding } from '../../db/people/readStanding.ts';
import { type Duty, dutiesAt } from '../../db/periods/dutiesAt.ts';
import { isPrompted } from '../../db/periods/isPrompted.ts';
import { lockToTell } from '../../db/periods/lockToTell.ts';
import { stepsTogether } from '../../db/periods/stepsTogether.ts';
import type { Pool } from '../../db/pool.ts';
import { inTransaction } from '../../db/transaction.ts';
import { peakDays } from '../../domain/campaign/peakDays.ts';
import { calendarOf } from '../../domain/plan/calendarOf.ts';
import { chunksOf } from './chunksOf.ts';
import { type DutyKind, readDutyContext } from './dutyContext.ts';
import { dutyLetter, receiverOf } from './dutyLetter.ts';
import { signOfLife } from './signOfLife.ts';
import { type BatchInput, readStepContext, type StepContext } from './step.ts';
import { togetherKey, writeTogether } from './writeTogether.ts';

/**
 * Writes one letter to each person of a batch who still owes something on this schedule, covering all their
 * capacities. The key is the schedule, the step and the person: written again after a crash, nothing is doubled.
 * Nobody is reminded of what was never asked of him (a gate kept the prompt back), and no peak is called once its days
 * are over. What other processes remind the same person of at the same planned instant, or tell him is overdue, stands
 * in the same letter.
 */
export async function writeDutyLetters(
  pool: Pool,
  kind: DutyKind,
  input: BatchInput,
): Promise<void> {
  const context = await readStepContext(pool, input.scheduleId);
  const { notice, plan } = context;
  const { now } = input;
  const posts = await readStanding(pool, notice.id, now, { parties: [] });
  const officePerson = posts.personOf(notice.roles.office);
  const batch = { noticeId: notice.id, ...input, ...input.batch, officePerson };

  if (kind === 'prompt') {
    if (isOver(context, plan.peak, now)) return;
    return write(await dutiesAt(pool, batch));
  }
  if (!(await isPrompted(pool, input.scheduleId))) return;
  const together = await stepsTogether(pool, input);
  if (together === null) return;
  const duties = await dutiesAt(pool, batch);
  if (together.steps.length > 1) {
    return writeTogether(pool, { ...together, kind, mine: input, duties, context, officePerson });
  }
  const keyOf = (duty: Duty) => togetherKey(kind, notice.id, together.at, receiverOf(duty));
  const told = await toldBy(pool, duties.map(keyOf));
  await write(owing(duties, (duty, id) => !told.get(keyOf(duty))?.has(id)));

  async function write(duties: Duty[]): Promise<void> {
    const about = { kind, periodId: input.periodId, duties, now };
    const full = await readDutyContext(pool, context, about);
    for (const chunk of chunksOf(duties)) {
      await inTransaction(pool, async (transaction) => {
        const ids = chunk.flatMap(({ owed }) => owed.map(({ obligationId }) => obligationId));
        const open = await lockToTell(transaction, notice.id, ids, TOLD_WHILE_IN[kind]);
        const letters = owing(chunk, (_, id) => open.has(id)).map((duty) =>
          dutyLetter(kind, input, full, { duty, now }),
        );
        const entries = await queueLetters(transaction, { noticeId: notice.id, now, letters });
        await appendLog(transaction, notice.id, now, entries);
      });
      signOfLife();
    }
  }
}

/** A pause stops what reminds of a date that no longer holds; what is asked for the first time still is. */
const TOLD_WHILE_IN: Record<DutyKind, readonly ('open' | 'paused')[]> = {
  prompt: ['open', 'paused'],
  remind: ['open'],
  overdue: ['open'],
};

/** The duties with those obligations alone that pass; without those that have none left. */
const owing = (
  duties: readonly Duty[],
  passes: (duty: Duty, obligationId: string) => boolean,
): Duty[] =>
  duties.flatMap((duty) => {
    const owed = duty.owed.filter(({ obligationId }) => passes(duty, obligationId));
    return owed.length === 0 ? [] : [{ ...duty, owed }];
  });

const isOver = (context: StepContext, peak: PlannedPeak | undefined, now: Instant): boolean =>
  peak !== undefined && now >= calendarOf(context.notice).endOf(peakDays(peak, context).to);
