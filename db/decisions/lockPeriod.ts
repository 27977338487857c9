import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { DecisionResult } from '../../contracts/messages.ts';
import type { Instant, PlannedPeriod, PlannedTrack } from '../../contracts/plan.ts';
import type { Transaction } from '../transaction.ts';
import type { LockedObligation } from './lockObligations.ts';

/** What a decision that moves time answers: its id, and the workflows that it has woken through the outbox. */
export interface PeriodDecided extends DecisionResult {
  woken: string[];
}

/** The plan as a period keeps it: the tracks with the number of their parties in place of the parties. */
export type KeptPlan = Omit<PlannedPeriod, 'tracks'> & { tracks: Omit<PlannedTrack, 'parties'>[] };

export interface LockedPeriod {
  id: string;
  processId: string;
  key: string;
  state: 'open' | 'paused' | 'closed' | 'before-start' | 'cancelled';
  trial: boolean;
  closesAt: Instant;
  plan: KeptPlan;
}

/**
 * Locks a period's row until the commit, after the obligations, so that two decisions never make schedules of one
 * period at once; obligations may still be settled meanwhile.
 * @throws NotFound, Conflict where the period is not followed any more
 */
export async function lockPeriod(
  transaction: Transaction,
  noticeId: string,
  periodId: string,
): Promise<LockedPeriod> {
  const { rows } = await transaction.query<LockedPeriod>(
    `select id, process_id as "processId", key, state, trial, closes_at as "closesAt", plan
     from period where id = $1 and notice_id = $2 for no key update`,
    [periodId, noticeId],
  );
  const period = rows[0];
  if (!period) {
    throw new PermanentFailure(
      FAILURES.notFound,
      `the notice ${noticeId} has no period ${periodId}`,
    );
  }
  if (period.state === 'open' || period.state === 'paused') return period;
  throw new PermanentFailure(
    FAILURES.conflict,
    `nothing was decided: the period ${periodId} is ${period.state}`,
  );
}

/** Refuses obligations of another period than the one whose workflow was asked. @throws Invalid */
export function mustBeOfPeriod(obligations: readonly LockedObligation[], periodId: string): void {
  const other = obligations.find((one) => one.periodId !== periodId);
  if (!other) return;
  throw new PermanentFailure(
    FAILURES.invalid,
    `${other.id} is of another period than ${periodId}: decide for each period by itself`,
    '/obligations',
  );
}
