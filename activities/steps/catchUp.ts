import { noticeOfWorkflow } from '../../contracts/ids.ts';
import type { Agenda } from '../../contracts/messages.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { type NewLetter, queueLetters } from '../../db/letters/queueLetters.ts';
import { appendLog } from '../../db/log.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { readStanding } from '../../db/people/readStanding.ts';
import { applyCatchUp, type CaughtUp } from '../../db/periods/applyCatchUp.ts';
import { type Duty, dutiesAt } from '../../db/periods/dutiesAt.ts';
import { readAgenda } from '../../db/periods/readAgenda.ts';
import type { Pool } from '../../db/pool.ts';
import { inTransaction, type Transaction } from '../../db/transaction.ts';
import type { Outage } from '../../domain/ladder/catchUp.ts';
import { matterOf, noticeHead } from '../../domain/notice/letterFacts.ts';
import { calendarOf } from '../../domain/plan/calendarOf.ts';
import { composeLetter } from '../../letters/compose/composeLetter.ts';
import { readStepContext } from './step.ts';

const EVERYBODY = { from: 1, to: 2 ** 31 - 1 };

/**
 * Makes good an outage of the engine for one period: nobody is late because of it, and a party gets one catch-up letter
 * in place of the backlog (the domain's "Time"). The moved instants and the letters are one transaction.
 */
export async function catchUpPeriod(
  pool: Pool,
  input: { periodId: string; now: Instant },
): Promise<Agenda> {
  const { periodId, now } = input;
  const { notice } = await readNotice(pool, noticeOfWorkflow(periodId));
  await inTransaction(pool, async (transaction) => {
    const { caughtUp, outages, entries } = await applyCatchUp(transaction, {
      notice,
      periodId,
      now,
    });
    const letters: NewLetter[] = [];
    for (const schedule of caughtUp.filter(({ isToBeTold }) => isToBeTold)) {
      letters.push(
        ...(await lettersAbout(transaction, {
          notice,
          periodId,
          now,
          schedule,
          outage: outages.at(-1),
        })),
      );
    }
    const written = await queueLetters(transaction, { noticeId: notice.id, now, letters });
    await appendLog(transaction, notice.id, now, [...entries, ...written]);
  });
  return readAgenda(pool, periodId);
}

async function lettersAbout(
  transaction: Transaction,
  about: {
    notice: Notice;
    periodId: string;
    now: Instant;
    schedule: CaughtUp;
    outage: Outage | undefined;
  },
): Promise<NewLetter[]> {
  const { notice, periodId, now, schedule, outage } = about;
  const context = await readStepContext(transaction, schedule.scheduleId);
  const standing = await readStanding(transaction, notice.id, now);
  const duties = await dutiesAt(transaction, {
    noticeId: notice.id,
    scheduleId: schedule.scheduleId,
    ...EVERYBODY,
    now,
    officePerson: standing.personOf(notice.roles.office),
  });
  const matter = matterOf(notice, context.processId);
  const { dueAt, lastDay } = context.schedule;
  const compose = (duty: Duty) =>
    composeLetter(
      'catch-up',
      {
        to: duty.name,
        from: outage?.from ?? now,
        until: outage?.until ?? now,
        items: [
          {
            matter,
            owed: duty.owed.map(({ obligationId, capacity }) => ({ obligationId, capacity })),
            dueAt,
            lastDay,
            oldLastDay: schedule.oldLastDay,
          },
        ],
      },
      noticeHead(notice),
    );
  return duties.map((duty) => ({
    key: `catch-up/${schedule.scheduleId}/${now}/${duty.personId}/${duty.insteadOf === null ? '' : duty.owed[0]?.partyId}`,
    kind: 'catch-up',
    personId: duty.personId,
    periodId,
    obligations: duty.owed.map(({ obligationId }) => obligationId),
    notBefore: calendarOf(notice).deferToOffice(now),
    document: compose(duty),
  }));
}
