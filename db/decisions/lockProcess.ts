import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Transaction } from '../transaction.ts';
import type { Deciding } from './recordDecision.ts';

/** A decision about a whole process. */
export interface ProcessDeciding extends Deciding {
  processId: string;
  decision: { reason: string };
}

export interface LockedProcess {
  state: 'waiting' | 'running' | 'paused' | 'done' | 'cancelled';
  pausedAt: Instant | null;
}

/**
 * Locks a process's row until the commit, before its obligations and periods: no period is opened meanwhile, since
 * opening one asks for the process's state under a lock of its own.
 * @throws NotFound
 */
export async function lockProcess(
  transaction: Transaction,
  { noticeId, processId }: ProcessDeciding,
): Promise<LockedProcess> {
  const { rows } = await transaction.query<LockedProcess>(
    `select state, paused_at as "pausedAt" from process where notice_id = $1 and id = $2 for no key update`,
    [noticeId, processId],
  );
  const row = rows[0];
  if (row) return row;
  throw new PermanentFailure(
    FAILURES.notFound,
    `the notice ${noticeId} has no process ${processId}`,
  );
}

/** Refuses a decision that the process's state does not allow, saying the state. @throws Conflict */
export function mustBeIn(
  processId: string,
  { state }: LockedProcess,
  allowed: readonly LockedProcess['state'][],
): void {
  if (allowed.includes(state)) return;
  throw new PermanentFailure(
    FAILURES.conflict,
    `nothing was decided: the process ${processId} is ${state}, not ${allowed.join(' or ')}`,
  );
}

/** The ids of all open obligations in a process's periods that are followed, for `lockObligations`. */
export async function openObligations(
  transaction: Transaction,
  { noticeId, processId }: ProcessDeciding,
): Promise<string[]> {
  const { rows } = await transaction.query<{ id: string }>(
    `select o.id from period p join obligation o on o.period_id = p.id and o.outcome = 'open'
     where p.notice_id = $1 and p.process_id = $2 and p.state in ('open', 'paused')`,
    [noticeId, processId],
  );
  return rows.map(({ id }) => id);
}

/** The ids of a process's periods that are followed; its lock keeps others from opening. */
export async function followedPeriods(
  transaction: Transaction,
  { noticeId, processId }: ProcessDeciding,
): Promise<string[]> {
  const { rows } = await transaction.query<{ id: string }>(
    `select id from period where notice_id = $1 and process_id = $2 and state in ('open', 'paused')`,
    [noticeId, processId],
  );
  return rows.map(({ id }) => id);
}
