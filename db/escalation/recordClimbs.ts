import { roundWorkflowId } from '../../contracts/ids.ts';
import type { Instant } from '../../contracts/plan.ts';
import { appendLog } from '../log.ts';
import { wakeLater } from '../outbox.ts';
import type { Transaction } from '../transaction.ts';

export interface NewClimb {
  obligationId: string;
  recipientId: string;
  why: 'supervisor' | 'named' | 'next-up' | 'fallback';
  needsRelease: boolean;
}

/**
 * Takes a rung for a chunk of obligations: once for each, by its key, and only for those still open on its schedule. One
 * that was stopped before anybody heard of it has not fired yet and is taken anew. The letter goes out with the notice's
 * next daily round.
 */
export async function recordClimbs(
  transaction: Transaction,
  input: {
    noticeId: string;
    scheduleId: string;
    rung: string;
    climbs: NewClimb[];
    now: Instant;
  },
): Promise<number> {
  const { noticeId, scheduleId, rung, climbs, now } = input;
  await transaction.query('select 1 from obligation where id = any($1) order by id for update', [
    climbs.map(({ obligationId }) => obligationId),
  ]);
  const { rows } = await transaction.query<{
    obligation_id: string;
    recipient_id: string;
    needs_release: boolean;
  }>(
    `insert into climb (obligation_id, rung, notice_id, recipient_id, why, taken_at, needs_release)
     select c."obligationId", $2, $3, c."recipientId", c.why, $4, c."needsRelease"
     from jsonb_to_recordset($1) as c("obligationId" text, "recipientId" text, why text, "needsRelease" boolean)
     join obligation o on o.id = c."obligationId" and o.outcome = 'open' and o.schedule_id = $5
     on conflict (obligation_id, rung) do update set recipient_id = excluded.recipient_id, why = excluded.why,
       taken_at = excluded.taken_at, needs_release = excluded.needs_release, released_at = null, held_until = null, stopped_at = null
       where climb.stopped_at is not null and climb.letter_id is null
     returning obligation_id, recipient_id, needs_release`,
    [JSON.stringify(climbs), rung, noticeId, now, scheduleId],
  );
  if (rows.some((row) => !row.needs_release))
    await wakeLater(transaction, [roundWorkflowId(noticeId)]);
  await appendLog(
    transaction,
    noticeId,
    now,
    rows.map((row) => ({
      actor: 'engine',
      action: 'rung-taken',
      subject: row.obligation_id,
      detail: { rung, recipient: row.recipient_id, needsRelease: row.needs_release },
    })),
  );
  return rows.length;
}
