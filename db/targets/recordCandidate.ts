import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Instant } from '../../contracts/plan.ts';
import { appendLog } from '../log.ts';
import type { Pool } from '../pool.ts';
import { mustBeParty } from '../records/mustBeParty.ts';
import { inTransaction } from '../transaction.ts';

/** Who is to attain a target (clause 9): a unit of the notice, or a place by its name, such as a village. */
export type CandidateName = { partyId: string; name: null } | { partyId: null; name: string };

export type Candidate = CandidateName & {
  /** a uuid of the caller's, for one that is not there yet */
  id: string;
  noticeId: string;
  processId: string;
  targetId: string;
  state: 'prepared' | 'attained' | 'dropped';
  /** since when, 'YYYY-MM-DD' */
  since: string;
  /** the actor */
  recordedBy: string;
  recordedAt: Instant;
};

/**
 * Records how far a candidate for a target has come. A later record replaces the earlier one, which stays in the log.
 * @returns the candidate's id
 * @throws NotFound where the party is none of this notice
 */
export async function recordCandidate(pool: Pool, candidate: Candidate): Promise<string> {
  const { id, noticeId, processId, targetId, partyId, name, state, since } = candidate;
  const { recordedBy, recordedAt } = candidate;
  return inTransaction(pool, async (transaction) => {
    if (partyId !== null) await mustBeParty(transaction, noticeId, partyId);
    const { rows } = await transaction.query<{ id: string }>(
      `insert into target_candidate as c (id, notice_id, process_id, target_id, party_id, name, state, since, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (notice_id, process_id, target_id, party_id, name) do update set state = excluded.state,
         since = excluded.since, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
       where (c.state, c.since) is distinct from (excluded.state, excluded.since)
       returning id`,
      [id, noticeId, processId, targetId, partyId, name, state, since, recordedBy, recordedAt],
    );
    const [changed] = rows;
    if (changed === undefined) {
      const { rows: known } = await transaction.query<{ id: string }>(
        `select id from target_candidate where notice_id = $1 and process_id = $2 and target_id = $3
           and party_id is not distinct from $4 and name is not distinct from $5`,
        [noticeId, processId, targetId, partyId, name],
      );
      const [same] = known;
      if (same) return same.id;
      throw new PermanentFailure(FAILURES.conflict, 'the candidate was recorded meanwhile');
    }
    await appendLog(transaction, noticeId, recordedAt, [
      {
        actor: recordedBy,
        action: 'target-candidate-recorded',
        subject: `${noticeId}/${processId}`,
        detail: { target: targetId, candidate: changed.id, party: partyId, state, since },
      },
    ]);
    return changed.id;
  });
}
