import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';
import { readNotice } from './readNotice.ts';

/** What a process is planned from. */
export interface Planned {
  notice: Notice;
  /** of the notice's text: a plan holds as long as that text is in force */
  sha256: string;
  options: { startsAt?: Instant };
}

/**
 * Reads what a process of a notice is planned from: the text in force and the process's own start, since one that waited
 * for its data begins when that came and not with the notice.
 * @throws NotFound
 */
export async function readPlanned(
  queryable: Queryable,
  noticeId: string,
  processId: string,
): Promise<Planned> {
  const { notice, sha256, startedAt } = await readNotice(queryable, noticeId);
  const { rows } = await queryable.query<{ started_at: Instant | null }>(
    'select started_at from process where notice_id = $1 and id = $2',
    [noticeId, processId],
  );
  const row = rows[0];
  if (!row) {
    throw new PermanentFailure(
      FAILURES.notFound,
      `the notice ${noticeId} has no process ${processId}`,
    );
  }
  const startsAt = row.started_at ?? startedAt;
  return { notice, sha256, options: startsAt === null ? {} : { startsAt } };
}
