import { processWorkflowId } from '../../contracts/ids.ts';
import { type NewLetter, queueLetters } from '../../db/letters/queueLetters.ts';
import { appendLog } from '../../db/log.ts';
import { readStanding } from '../../db/people/readStanding.ts';
import type { Pool } from '../../db/pool.ts';
import { inTransaction } from '../../db/transaction.ts';
import { spokenOf } from '../../domain/drafting/spokenOf.ts';
import { matterOf, noticeHead } from '../../domain/notice/letterFacts.ts';
import { calendarOf } from '../../domain/plan/calendarOf.ts';
import { composeLetter } from '../../letters/compose/composeLetter.ts';
import { letterTime } from './letterTime.ts';
import { readStepContext, type StepInput } from './step.ts';

interface Waiting {
  findings: { party: string; findingId: string }[];
  escalations: { party: string; to: string }[];
}

/**
 * Asks those who may release (the settings' positions) for what waits in a schedule: findings in the notice's own
 * words, and letters to superiors in the first periods. One letter a person and step; none where nothing waits.
 */
export async function requestRelease(pool: Pool, input: StepInput): Promise<void> {
  const context = await readStepContext(pool, input.scheduleId);
  const { notice, schedule } = context;
  const waiting = await whatWaits(pool, input.scheduleId);
  if (waiting.findings.length + waiting.escalations.length === 0) return;
  const standing = await readStanding(pool, notice.id, input.now);
  const people = new Set(
    notice.settings.release.by.flatMap((position) => standing.personOf(position) ?? []),
  );
  const calendar = calendarOf(notice);
  const releaseBy = calendar.at(
    calendar.addWorkingDays(calendar.dayOf(input.now), notice.settings.release.withinWorkingDays),
    calendar.timeOf(input.now),
  );
  const letters = [...people].map(
    (personId): NewLetter => ({
      key: `release-request/${input.scheduleId}/${input.stepKey}/${personId}`,
      kind: 'release-request',
      personId,
      periodId: input.periodId,
      obligations: [],
      notBefore: letterTime(notice, context.ladder, input.now),
      document: composeLetter(
        'release-request',
        {
          to: standing.contactOf(personId)?.name ?? '',
          matter: matterOf(notice, context.processId, schedule.deliverable),
          deliverable: spokenOf(notice, { ...context, deliverable: schedule.deliverable }),
          lastDay: schedule.lastDay,
          periodKey: context.periodKey,
          ...waiting,
          releaseBy,
        },
        noticeHead(notice),
      ),
    }),
  );
  await inTransaction(pool, async (transaction) => {
    const entries = await queueLetters(transaction, {
      noticeId: notice.id,
      now: input.now,
      letters,
    });
    await appendLog(transaction, notice.id, input.now, [
      ...entries,
      {
        actor: 'engine',
        action: 'release-requested',
        subject: processWorkflowId(notice.id, context.processId),
        detail: {
          schedule: input.scheduleId,
          findings: waiting.findings.length,
          escalations: waiting.escalations.length,
        },
      },
    ]);
  });
}

async function whatWaits(pool: Pool, scheduleId: string): Promise<Waiting> {
  const { rows: findings } = await pool.query<{ party: string; findingId: string }>(
    `select p.title as party, f.id as "findingId"
     from obligation o join finding f on f.obligation_id = o.id and f.due_at = o.due_at join party p on p.notice_id = o.notice_id and p.id = o.party_id
     where o.schedule_id = $1 and f.state = 'recorded' and f.has_words and not f.held order by o.ordinal`,
    [scheduleId],
  );
  const { rows: escalations } = await pool.query<{ party: string; to: string }>(
    `select p.title as party, r.title as to
     from obligation o join climb c on c.obligation_id = o.id
     join party p on p.notice_id = o.notice_id and p.id = o.party_id
     join party r on r.notice_id = o.notice_id and r.id = c.recipient_id
     where o.schedule_id = $1 and c.needs_release and c.released_at is null and c.stopped_at is null and c.letter_id is null
     order by o.ordinal`,
    [scheduleId],
  );
  return { findings, escalations };
}
