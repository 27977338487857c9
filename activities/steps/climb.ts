import { ASKING_KINDS } from '../../contracts/letters.ts';
import type { Rung } from '../../contracts/notice/index.ts';
import { type NewClimb, recordClimbs } from '../../db/escalation/recordClimbs.ts';
import { type Silent, silentAt } from '../../db/escalation/silentAt.ts';
import { readStanding } from '../../db/people/readStanding.ts';
import { readSteps } from '../../db/periods/finishStep.ts';
import type { Pool } from '../../db/pool.ts';
import { inTransaction } from '../../db/transaction.ts';
import { mayClimb } from '../../domain/ladder/doubt.ts';
import { rungRecipient, type Standing } from '../../domain/ladder/recipients.ts';
import { chunksOf } from './chunksOf.ts';
import { signOfLife } from './signOfLife.ts';
import { type BatchInput, readStepContext, type StepContext } from './step.ts';
import { type ToldBy, tellingDeadlines } from './tellingDeadlines.ts';

/**
 * Takes a rung for each party of a batch that is still silent, as far as the engine does not doubt itself: whom it goes
 * to is looked up now.
 */
export async function climbBatch(pool: Pool, input: BatchInput): Promise<void> {
  const context = await readStepContext(pool, input.scheduleId);
  const steps = await readSteps(pool, input.scheduleId);
  const rung = context.ladder.rungs.find(
    ({ id }) => id === steps.find(({ key }) => key === input.stepKey)?.rung?.id,
  );
  if (!rung) return; // the step's rung was taken out of the ladder by an amendment
  const toldBy = await tellingDeadlines(pool, context, input.periodId);
  const silent = await silentAt(pool, {
    scheduleId: input.scheduleId,
    ...input.batch,
    now: input.now,
  });
  const standing: Standing = {
    ...(await readStanding(pool, context.notice.id, input.now, {
      parties: silent.map(({ partyId }) => partyId),
    })),
    fallback: context.notice.roles.fallback,
  };
  const climbs = silent
    .filter((one) => mayClimb(one.found, wasHeldBack(one, toldBy)))
    .flatMap((one) => climbOf(one, rung, context, standing));
  for (const chunk of chunksOf(climbs)) {
    await inTransaction(pool, (transaction) =>
      recordClimbs(transaction, {
        noticeId: context.notice.id,
        scheduleId: input.scheduleId,
        rung: rung.id,
        climbs: chunk,
        now: input.now,
      }),
    );
    signOfLife();
  }
}

/** Whether the prompt waited for the guidance, and still asked whoever holds it before the ladder's last word. */
const wasHeldBack = ({ toHolder }: Silent, { waitedForGuidance, handOverDueBy }: ToldBy): boolean =>
  waitedForGuidance &&
  toHolder.some(
    ({ kind, state, at }) =>
      ASKING_KINDS.includes(kind) && state === 'sent' && at !== null && at <= handOverDueBy,
  );

function climbOf(silent: Silent, rung: Rung, context: StepContext, standing: Standing): NewClimb[] {
  const found = rungRecipient(silent.partyId, rung, silent.told, standing);
  if ('skip' in found) return [];
  return [
    {
      obligationId: silent.obligationId,
      recipientId: found.position,
      why: found.why,
      needsRelease: needsRelease(silent.partyId, context),
    },
  ];
}

/** In the first periods letters above a member's level wait for the office's release; never those about the office itself. */
function needsRelease(partyId: string, { notice, ordinal }: StepContext): boolean {
  return (
    partyId !== notice.roles.office &&
    ordinal > 0 &&
    ordinal <= notice.settings.release.escalationsHeldInFirstPeriods
  );
}
