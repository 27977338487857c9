import { heartbeat } from '@temporalio/activity';
import type { DutyLetter, LetterDocument, OutlineSection } from '../../contracts/letters.ts';
import { type NewLetter, queueLetters } from '../../db/letters/queueLetters.ts';
import { appendLog } from '../../db/log.ts';
import { readStanding } from '../../db/people/readStanding.ts';
import { type Duty, dutiesAt } from '../../db/periods/dutiesAt.ts';
import type { Pool } from '../../db/pool.ts';
import { inTransaction } from '../../db/transaction.ts';
import { rungRecipient } from '../../domain/ladder/recipients.ts';
import { matterOf, noticeHead } from '../../domain/notice/letterFacts.ts';
import { notesFor } from '../../domain/periods/notesFor.ts';
import { composeLetter } from '../../letters/compose/composeLetter.ts';
import { chunksOf } from './chunksOf.ts';
import { letterTime } from './letterTime.ts';
import { type BatchInput, readStepContext, type StepContext } from './step.ts';

/** The three letters that go to whoever owes something. */
export type DutyKind = 'prompt' | 'remind' | 'overdue';

/**
 * Writes one letter to each person of a batch who still owes something on this schedule, covering all their
 * capacities. The key is the schedule, the step and the person: written again after a crash, nothing is doubled.
 */
export async function writeDutyLetters(
  pool: Pool,
  kind: DutyKind,
  input: BatchInput,
): Promise<void> {
  const context = await readStepContext(pool, input.scheduleId);
  const { notice } = context;
  const posts = await readStanding(pool, notice.id, input.now, { parties: [] });
  const duties = await dutiesAt(pool, {
    noticeId: notice.id,
    scheduleId: input.scheduleId,
    ...input.batch,
    now: input.now,
    officePerson: posts.personOf(notice.roles.office),
  });
  const standing = await readStanding(pool, notice.id, input.now, {
    parties: duties.flatMap(({ owed }) => owed[0]?.partyId ?? []),
  });
  const climbsTo = (partyId: string): string[] => {
    const told: string[] = [];
    for (const rung of context.schedule.lockAt === null ? [] : context.ladder.rungs) {
      const found = rungRecipient(partyId, rung, told, {
        ...standing,
        fallback: notice.roles.fallback,
      });
      if ('position' in found) told.push(found.position);
    }
    return told.map(standing.titleOf);
  };
  const notBefore = letterTime(notice, context.ladder, input.now);

  for (const chunk of chunksOf(duties)) {
    const letters = chunk.map(
      (duty): NewLetter => ({
        key: `${kind}/${input.scheduleId}/${input.stepKey}/${duty.personId}${duty.insteadOf === null ? '' : `/for/${duty.owed[0]?.partyId}`}`,
        kind,
        personId: duty.personId,
        periodId: input.periodId,
        obligations: duty.owed.map(({ obligationId }) => obligationId),
        notBefore,
        document: compose(kind, context, duty, climbsTo),
      }),
    );
    await inTransaction(pool, async (transaction) => {
      const entries = await queueLetters(transaction, {
        noticeId: notice.id,
        now: input.now,
        letters,
      });
      await appendLog(transaction, notice.id, input.now, entries);
    });
    heartbeat();
  }
}

function compose(
  kind: DutyKind,
  context: StepContext,
  duty: Duty,
  climbsTo: (partyId: string) => string[],
): LetterDocument {
  const { notice, process, schedule, track } = context;
  const ofLedger = schedule.track === 'main' && process.kind === 'reporting-cycle';
  const params: DutyLetter = {
    to: duty.name,
    addressee: duty.isUnit ? 'unit' : 'person',
    periodKey: context.periodKey,
    matter: matterOf(notice, context.processId),
    owed: duty.owed.map(({ obligationId, capacity }) => ({ obligationId, capacity })),
    lastDay: schedule.lastDay,
    dueAt: schedule.dueAt,
    lockAt: schedule.lockAt,
    climbsTo: duty.owed[0] ? climbsTo(duty.owed[0].partyId) : [],
    words: ofLedger && !context.trial ? (process.finding?.words ?? null) : null,
    notes: notesFor(
      track?.notes ?? [],
      duty.owed.map(({ partyId }) => partyId),
    ),
    trial: context.trial,
    deliverable: schedule.deliverable,
    insteadOf: duty.insteadOf,
  };
  const head = noticeHead(notice);
  if (kind !== 'prompt') return composeLetter(kind, params, head);
  return composeLetter('prompt', { ...params, outline: outlineOf(context) }, head);
}

function outlineOf({ notice, track }: StepContext): { title: string; sections: OutlineSection[] } {
  const outline = notice.outlines.list.find(({ id }) => id === track?.outline);
  return {
    title: outline?.title ?? '',
    sections: (outline?.sections ?? []).map(({ title, ask }) => ({ title, ask: ask ?? null })),
  };
}
