import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Transaction } from '../transaction.ts';

/** An obligation as it stands under its row's lock. */
export interface LockedObligation {
  id: string;
  periodId: string;
  processId: string;
  partyId: string;
  /** The party's title: the capacity in which it owes. */
  capacity: string;
  track: string;
  deliverable: string;
  scheduleId: string;
  dueAt: Instant;
  lockAt: Instant | null;
  receivedAt: Instant | null;
  closedAs: string | null;
  /** open, on-time, late, or how it was closed */
  outcome: string;
}

/**
 * Locks obligations of a notice until the commit, in the one order (by id), and then reads them: a row that was waited
 * for is read as whoever held it left it. The lock keeps out every other decision, submission and rung, and lets
 * letters that merely refer to an obligation be written meanwhile.
 * @throws NotFound where an id is no obligation of this notice
 */
export async function lockObligations(
  transaction: Transaction,
  noticeId: string,
  ids: readonly string[],
): Promise<LockedObligation[]> {
  const wanted = [...new Set(ids)];
  await transaction.query(
    'select 1 from obligation where id = any($1) and notice_id = $2 order by id for no key update',
    [wanted, noticeId],
  );
  const { rows } = await transaction.query<LockedObligation>(
    `select o.id, o.period_id as "periodId", o.process_id as "processId", o.party_id as "partyId", p.title as capacity,
       o.track, o.deliverable, o.schedule_id as "scheduleId", o.due_at as "dueAt", o.lock_at as "lockAt",
       o.received_at as "receivedAt", o.closed_as as "closedAs", o.outcome
     from obligation o join party p on p.notice_id = o.notice_id and p.id = o.party_id
     where o.id = any($1) and o.notice_id = $2 order by o.id`,
    [wanted, noticeId],
  );
  if (rows.length === wanted.length) return rows;
  const found = new Set(rows.map(({ id }) => id));
  const missing = wanted.find((id) => !found.has(id));
  throw new PermanentFailure(
    FAILURES.notFound,
    `the notice ${noticeId} has no obligation ${missing}`,
    '/obligations',
  );
}

/**
 * Refuses a decision on obligations that are no longer open.
 * @throws Conflict that names the first and says what became of it
 */
export function mustBeOpen(obligations: readonly LockedObligation[]): void {
  for (const { id, outcome } of obligations) {
    if (outcome === 'open') continue;
    const became = outcome === 'on-time' || outcome === 'late' ? 'has been reported on' : outcome;
    throw new PermanentFailure(
      FAILURES.conflict,
      `nothing was decided: ${id} ${became === outcome ? `is ${outcome}` : became} already`,
      '/obligations',
    );
  }
}
