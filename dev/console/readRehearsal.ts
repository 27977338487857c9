import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../../db/pool.ts';
import { nextPlanned } from '../rehearsal/pending.ts';

/** Where a rehearsal stands, and how much has happened in it. */
export interface RehearsalFacts {
  now: Instant;
  target: Instant;
  /** when anything is planned next; null where nothing is */
  next: Instant | null;
  letters: number;
  submissions: number;
  findings: number;
  climbs: number;
  decisions: number;
}

/** Reads where a notice's rehearsal stands. */
export async function readRehearsal(
  queryable: Queryable,
  noticeId: string,
): Promise<RehearsalFacts> {
  const { rows } = await queryable.query<Omit<RehearsalFacts, 'next'>>(
    `select r.now, r.target,
       (select count(*) from letter where notice_id = $1 and sent_at is not null) as letters,
       (select count(*) from submission where notice_id = $1) as submissions,
       (select count(*) from finding where notice_id = $1) as findings,
       (select count(*) from climb where notice_id = $1 and letter_id is not null) as climbs,
       (select count(*) from decision where notice_id = $1) as decisions
     from rehearsal r where r.notice_id = $1`,
    [noticeId],
  );
  const [row] = rows;
  if (!row) throw new Error(`the notice ${noticeId} is not in rehearsal`);
  return { ...row, next: await nextPlanned(queryable, noticeId) };
}
