import { obligationId, periodId, processWorkflowId, scheduleId } from '../../contracts/ids.ts';
import type { Instant, PlannedPeriod, PlannedTrack } from '../../contracts/plan.ts';
import { appendLog } from '../log.ts';
import type { Pool, Queryable } from '../pool.ts';
import { inTransaction, type Transaction } from '../transaction.ts';
import { applyAtOpening } from './applyPeriodDecision.ts';
import { periodDecisions, withMergedNotes } from './periodDecisions.ts';

/**
 * Enters a planned period with its schedules, steps and obligations, once whatever is retried: set-based, so that a
 * period of 10,000 parties is one transaction of well under a second.
 * A period whose due time lies before the start is recorded as such, and one opened while its process is paused as paused.
 * @param plannedFrom the hash of the text that the plan was made from. Where an amendment has replaced it meanwhile the
 * period is not opened and this throws, so that whoever asked plans it anew; not given for a plan that is its own
 */
export async function openPeriod(
  pool: Pool,
  plan: PlannedPeriod,
  now: Instant,
  plannedFrom?: string,
): Promise<void> {
  const id = periodId(plan.noticeId, plan.processId, plan.key);
  await inTransaction(pool, async (transaction) => {
    const { rows } = await transaction.query<{ state: string }>(
      'select state from process where notice_id = $1 and id = $2 for share',
      [plan.noticeId, plan.processId],
    );
    if (plannedFrom !== undefined) await mustBeInForce(transaction, plan.noticeId, plannedFrom);
    const state = plan.beforeStart
      ? 'before-start'
      : rows[0]?.state === 'paused'
        ? 'paused'
        : 'open';
    const decisions = await periodDecisions(transaction, plan);
    const entered = await enterPeriod(transaction, id, withMergedNotes(plan, decisions), state);
    if (!entered) return;
    let ordinal = 1;
    for (const track of plan.tracks) {
      await enterTrack(transaction, id, plan, track);
      await enterObligations(transaction, id, plan, track, ordinal, now);
      ordinal += track.parties.length;
    }
    const takenOut = await applyAtOpening(transaction, { plan, id, decisions, now });
    await appendLog(transaction, plan.noticeId, now, [
      {
        actor: 'engine',
        action: plan.beforeStart ? 'period-recorded-before-start' : 'period-opened',
        subject: id,
        detail: {
          obligations: ordinal - 1,
          trial: plan.trial,
          dueAt: plan.dueAt,
          by: processWorkflowId(plan.noticeId, plan.processId),
        },
      },
      ...takenOut,
    ]);
  });
}

/** Whether a period is in the register already, opened by an earlier try. */
export async function isKnown(queryable: Queryable, id: string): Promise<boolean> {
  const { rowCount } = await queryable.query('select from period where id = $1', [id]);
  return rowCount === 1;
}

/** An amendment locks the processes before it replaces the text, so what is read here stays until the commit. */
async function mustBeInForce(
  transaction: Transaction,
  noticeId: string,
  sha256: string,
): Promise<void> {
  const { rows } = await transaction.query<{ content_sha256: string }>(
    'select content_sha256 from notice where id = $1',
    [noticeId],
  );
  if (rows[0]?.content_sha256 === sha256) return;
  throw new Error(`the notice ${noticeId} was amended while a period of it was being opened`);
}

async function enterPeriod(
  transaction: Transaction,
  id: string,
  plan: PlannedPeriod,
  state: string,
): Promise<boolean> {
  const { tracks, ...head } = plan;
  const kept = {
    ...head,
    tracks: tracks.map(({ parties, ...track }) => ({ ...track, owed: parties.length })),
  };
  const { rowCount } = await transaction.query(
    `insert into period (id, notice_id, process_id, key, state, trial, ordinal, opens_at, due_at, closes_at, plan)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (id) do nothing`,
    [
      id,
      plan.noticeId,
      plan.processId,
      plan.key,
      state,
      plan.trial,
      plan.ordinal,
      plan.opensAt,
      plan.dueAt,
      plan.closesAt,
      JSON.stringify(kept),
    ],
  );
  return rowCount === 1;
}

async function enterTrack(
  transaction: Transaction,
  id: string,
  plan: PlannedPeriod,
  track: PlannedTrack,
): Promise<void> {
  const schedule = scheduleId(id, track.key);
  await transaction.query(
    `insert into schedule (id, period_id, track, deliverable, due_at, last_day, lock_at, certifies_from)
     values ($1, $2, $3, $4, $5, $6, $7, case when $4 = 'certificate' then $8::timestamptz end)`,
    [
      schedule,
      id,
      track.key,
      track.deliverable,
      track.dueAt,
      track.lastDay,
      track.lockAt,
      plan.dueAt,
    ],
  );
  const steps = plan.beforeStart
    ? []
    : track.steps.map((step, position) => ({ ...step, rung: step.rung ?? null, position }));
  await transaction.query(
    `insert into schedule_step (schedule_id, key, kind, rung, position, at, notes)
     select $1, s.key, s.kind, nullif(s.rung, 'null'::jsonb), s.position, s.at, s.notes
     from jsonb_to_recordset($2) as s(key text, kind text, rung jsonb, position int, at timestamptz, notes jsonb)`,
    [schedule, JSON.stringify(steps)],
  );
}

async function enterObligations(
  transaction: Transaction,
  id: string,
  plan: PlannedPeriod,
  track: PlannedTrack,
  firstOrdinal: number,
  now: Instant,
): Promise<void> {
  await transaction.query(
    `insert into obligation (id, notice_id, period_id, process_id, party_id, track, deliverable, schedule_id, ordinal,
       original_due_at, due_at, lock_at, closed_as, closed_at, never_late)
     select o.id, $3, $4, $5, o.party, $6, $7, $8, $9 + o.n - 1, $10, $10, $11, $12, $13, $14
     from unnest($1::text[], $2::text[]) with ordinality as o(id, party, n)`,
    [
      track.parties.map((party) => obligationId(id, track.key, party)),
      track.parties,
      plan.noticeId,
      id,
      plan.processId,
      track.key,
      track.deliverable,
      scheduleId(id, track.key),
      firstOrdinal,
      track.dueAt,
      track.lockAt,
      plan.beforeStart ? 'before-start' : null,
      plan.beforeStart ? now : null,
      track.neverLate ?? false,
    ],
  );
}
