import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Batch } from '../../contracts/messages.ts';
import type { Ladder, Notice, Process } from '../../contracts/notice/index.ts';
import type { Instant, PlannedPeriod, PlannedTrack } from '../../contracts/plan.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import type { Queryable } from '../../db/pool.ts';
import { findProcess } from '../../domain/notice/findProcess.ts';
import { plannedKey } from '../../domain/plan/trackKeys.ts';

/** Names a step of a period's ladder, and when it is taken on the notice's clock. */
export interface StepInput {
  periodId: string;
  scheduleId: string;
  stepKey: string;
  now: Instant;
}
/** The part of a step that one batch activity takes. */
export type BatchInput = StepInput & { batch: Batch };

/** What a step needs to know of its period: the notice, the plan it was opened with, and the schedule it is on. */
export interface StepContext {
  notice: Notice;
  process: Process;
  processId: string;
  periodKey: string;
  trial: boolean;
  ordinal: number;
  plan: PlannedPeriod;
  schedule: {
    id: string;
    track: string;
    deliverable: string;
    dueAt: Instant;
    lastDay: string;
    lockAt: Instant | null;
    /** why it is another than the plan's; null where it is that */
    reason: string | null;
  };
  /** As planned when the period opened; null for a track that a decision added. */
  track: PlannedTrack | null;
  ladder: Ladder;
}

/** Reads a step's context. @throws NotFound where the schedule does not exist. */
export async function readStepContext(
  queryable: Queryable,
  scheduleId: string,
): Promise<StepContext> {
  const { rows } = await queryable.query<{
    notice_id: string;
    process_id: string;
    key: string;
    trial: boolean;
    ordinal: number;
    plan: PlannedPeriod;
    schedule: StepContext['schedule'];
  }>(
    `select p.notice_id, p.process_id, p.key, p.trial, p.ordinal, p.plan,
       json_build_object('id', s.id, 'track', s.track, 'deliverable', s.deliverable, 'lastDay', s.last_day, 'reason', s.reason,
         'dueAt', to_char(s.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'lockAt', to_char(s.lock_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as schedule
     from schedule s join period p on p.id = s.period_id where s.id = $1`,
    [scheduleId],
  );
  const row = rows[0];
  if (!row) throw new PermanentFailure(FAILURES.notFound, `there is no schedule ${scheduleId}`);
  const { notice } = await readNotice(queryable, row.notice_id);
  const { process } = findProcess(notice, row.process_id);
  const track = row.plan.tracks.find(({ key }) => key === plannedKey(row.schedule.track)) ?? null;
  const ladderId = track?.ladder ?? row.plan.tracks[0]?.ladder;
  const ladder = notice.ladders.list.find(({ id }) => id === ladderId);
  if (!ladder)
    throw new PermanentFailure(FAILURES.notFound, `the notice has no ladder ${ladderId}`);
  return {
    notice,
    process,
    processId: row.process_id,
    periodKey: row.key,
    trial: row.trial,
    ordinal: row.ordinal,
    plan: row.plan,
    schedule: row.schedule,
    track,
    ladder,
  };
}
