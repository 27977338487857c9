import type { LetterParams } from '../../contracts/letters/params.ts';
import type { Instant } from '../../contracts/plan.ts';
import { lockObligations } from '../../db/decisions/lockObligations.ts';
import { type NewLetter, queueLetters } from '../../db/letters/queueLetters.ts';
import { appendLog } from '../../db/log.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { readStanding } from '../../db/people/readStanding.ts';
import { takeCatchUps, type UntoldCatchUp } from '../../db/periods/catchUps.ts';
import { type Duty, dutiesAt } from '../../db/periods/dutiesAt.ts';
import { openOn } from '../../db/periods/openOn.ts';
import type { Pool } from '../../db/pool.ts';
import { inTransaction, type Transaction } from '../../db/transaction.ts';
import { spokenOf } from '../../domain/drafting/spokenOf.ts';
import type { Outage } from '../../domain/ladder/catchUp.ts';
import { matterOf, noticeHead } from '../../domain/notice/letterFacts.ts';
import { composeLetter } from '../../letters/compose/composeLetter.ts';
import { readStepContext, type StepContext } from './step.ts';

const EVERYBODY = { from: 1, to: 2 ** 31 - 1 };

/** Everything that one receiver has to be told after an outage. */
interface Told {
  duty: Duty;
  items: LetterParams['catch-up']['items'];
  obligations: string[];
}

/**
 * After an outage each person gets one letter across all processes, not the backlog (the domain's "Time"): with what is
 * still open of it, and the date that holds for it now. The letters and the mark that all has been told are one
 * transaction, so a retry writes none twice.
 */
export async function sendCatchUps(
  pool: Pool,
  { noticeId, now }: { noticeId: string; now: Instant },
): Promise<void> {
  const { notice } = await readNotice(pool, noticeId);
  await inTransaction(pool, async (transaction) => {
    const untold = await takeCatchUps(transaction, noticeId, now);
    // whoever reports from here on waits for the letter, and stops it
    const owed = await openOn(
      transaction,
      untold.map(({ scheduleId }) => scheduleId),
    );
    await lockObligations(transaction, noticeId, owed);
    const standing = await readStanding(transaction, noticeId, now, { parties: [] });
    const receivers = new Map<string, Told>();
    for (const one of untold) {
      const context = await readStepContext(transaction, one.scheduleId);
      const duties = await dutiesOf(transaction, context, {
        now,
        officePerson: standing.personOf(notice.roles.office),
      });
      for (const duty of duties) tell(receivers, duty, itemOf(context, one, duty));
    }
    const outage = lastOf(untold);
    const letters = outage === undefined ? [] : [...receivers].map(letterOf(outage));
    const written = await queueLetters(transaction, { noticeId, now, letters });
    await appendLog(transaction, noticeId, now, written);
  });

  function letterOf({ from, until }: Outage): (told: [string, Told]) => NewLetter {
    return ([receiver, { duty, items, obligations }]) => ({
      key: `catch-up/${noticeId}/${now}/${receiver}`,
      kind: 'catch-up',
      personId: duty.personId,
      periodId: null,
      obligations,
      notBefore: now,
      document: composeLetter(
        'catch-up',
        { to: duty.name, from, until, items: items.toSorted(byDueTime) },
        noticeHead(notice),
      ),
    });
  }
}

const dutiesOf = (
  transaction: Transaction,
  { notice, schedule }: StepContext,
  facts: { now: Instant; officePerson: string | null },
): Promise<Duty[]> =>
  dutiesAt(transaction, {
    noticeId: notice.id,
    scheduleId: schedule.id,
    ...EVERYBODY,
    ...facts,
  });

/** What the office gets in place of a post that nobody can be reached at stays a letter of its own. */
function tell(receivers: Map<string, Told>, duty: Duty, item: Told['items'][number]): void {
  const instead = duty.insteadOf === null ? '' : (duty.owed[0]?.partyId ?? '');
  const receiver = `${duty.personId}/${instead}`;
  const told = receivers.get(receiver) ?? { duty, items: [], obligations: [] };
  const known = told.items.findIndex(
    ({ owed }) => owed[0]?.obligationId === item.owed[0]?.obligationId,
  );
  if (known === -1) told.items.push(item);
  else told.items[known] = item; // two outages of one schedule before anybody was told: the later note holds
  told.obligations = told.items.flatMap(({ owed }) => owed.map(({ obligationId }) => obligationId));
  receivers.set(receiver, told);
}

const itemOf = (
  { notice, processId, periodKey, schedule }: StepContext,
  { oldLastDay }: UntoldCatchUp,
  { owed }: Duty,
): Told['items'][number] => ({
  matter: matterOf(notice, processId, schedule.deliverable),
  deliverable: spokenOf(notice, { processId, periodKey, deliverable: schedule.deliverable }),
  owed: owed.map(({ obligationId, capacity }) => ({ obligationId, capacity })),
  dueAt: schedule.dueAt,
  lastDay: schedule.lastDay,
  oldLastDay,
});

const byDueTime = (a: { dueAt: Instant }, b: { dueAt: Instant }): number =>
  a.dueAt < b.dueAt ? -1 : Number(a.dueAt > b.dueAt);

const lastOf = (untold: readonly UntoldCatchUp[]): Outage | undefined =>
  untold
    .map(({ outage }) => outage)
    .toSorted((a, b) => (a.until < b.until ? -1 : 1))
    .at(-1);
