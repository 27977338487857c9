import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** A notice as the register holds it: its text, when its follow-up started, and which clock it runs on. */
export interface RegisteredNotice {
  notice: Notice;
  sha256: string;
  clock: 'live' | 'rehearsal';
  state: 'loaded' | 'running' | 'closed';
  startedAt: Instant | null;
}

const texts = new Map<string, Notice>();

/** Reads a notice; its text is read once for each hash, since a text never changes under its hash. */
export async function readNotice(
  queryable: Queryable,
  noticeId: string,
): Promise<RegisteredNotice> {
  const { rows } = await queryable.query<{
    content_sha256: string;
    clock: 'live' | 'rehearsal';
    state: RegisteredNotice['state'];
    started_at: Instant | null;
  }>('select content_sha256, clock, state, started_at from notice where id = $1', [noticeId]);
  const row = rows[0];
  if (!row) throw new PermanentFailure(FAILURES.notFound, `there is no notice ${noticeId}`);
  return {
    notice:
      texts.get(row.content_sha256) ?? (await readText(queryable, noticeId, row.content_sha256)),
    sha256: row.content_sha256,
    clock: row.clock,
    state: row.state,
    startedAt: row.started_at,
  };
}

async function readText(queryable: Queryable, noticeId: string, sha256: string): Promise<Notice> {
  const { rows } = await queryable.query<{ content: Notice }>(
    'select content from notice where id = $1',
    [noticeId],
  );
  const notice = rows[0]?.content;
  if (!notice) throw new PermanentFailure(FAILURES.notFound, `there is no notice ${noticeId}`);
  texts.set(sha256, notice);
  return notice;
}
