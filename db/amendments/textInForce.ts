import { createHash } from 'node:crypto';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Deciding } from '../decisions/recordDecision.ts';
import type { Queryable } from '../pool.ts';
import type { Transaction } from '../transaction.ts';

/** The text of a notice that an amendment replaces, under the lock of the notice's row. */
export interface InForce {
  notice: Notice;
  sha256: string;
  state: 'loaded' | 'running' | 'closed';
  startedAt: Instant | null;
}

/** Locks a notice until the commit: of two amendments at once the second is made from the first's text, or refused. */
export async function lockText(transaction: Transaction, noticeId: string): Promise<InForce> {
  const { rows } = await transaction.query<InForce>(
    `select content as notice, content_sha256 as sha256, state, started_at as "startedAt"
     from notice where id = $1 for no key update`,
    [noticeId],
  );
  const row = rows[0];
  if (row) return row;
  throw new PermanentFailure(FAILURES.notFound, `there is no notice ${noticeId}`);
}

/** Keeps a text that somebody asks to put in force until its decision takes it; asked again, it is kept once. */
export async function keepAmendment(
  queryable: Queryable,
  asked: { decisionId: string; noticeId: string; notice: Notice; amends: string; at: Instant },
): Promise<void> {
  const content = JSON.stringify(asked.notice);
  await queryable.query(
    `insert into amendment (decision_id, notice_id, content, content_sha256, amends_sha256, asked_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (decision_id) do nothing`,
    [asked.decisionId, asked.noticeId, content, hashOf(content), asked.amends, asked.at],
  );
}

/** Forgets a text whose decision was refused. */
export async function dropAmendment(queryable: Queryable, decisionId: string): Promise<void> {
  await queryable.query('delete from amendment where decision_id = $1', [decisionId]);
}

/**
 * Takes the text that waits for this decision.
 * @throws Conflict where none waits, or where it was made from a text that is no longer in force
 */
export async function takeAmendment(
  transaction: Transaction,
  { decisionId, noticeId }: Deciding,
  inForce: InForce,
): Promise<Notice> {
  const { rows } = await transaction.query<{ content: Notice; amends_sha256: string }>(
    'delete from amendment where decision_id = $1 and notice_id = $2 returning content, amends_sha256',
    [decisionId, noticeId],
  );
  const row = rows[0];
  if (!row) {
    throw new PermanentFailure(FAILURES.conflict, `no amended text waits for ${decisionId}`);
  }
  if (row.amends_sha256 === inForce.sha256) return row.content;
  throw new PermanentFailure(
    FAILURES.conflict,
    'nothing was amended: another amendment came first; look at the preview again',
  );
}

/** Replaces the text in force and keeps the old one, with the decision that replaced it. @returns the new version's number */
export async function putInForce(
  transaction: Transaction,
  { decisionId, noticeId, at }: Deciding,
  { sha256 }: InForce,
  notice: Notice,
): Promise<number> {
  const { rows } = await transaction.query<{ number: number }>(
    `insert into notice_version (notice_id, number, content, content_sha256, in_force_until, replaced_by)
     select n.id, (select count(*) + 1 from notice_version v where v.notice_id = n.id), n.content, $2, $3, $4
     from notice n where n.id = $1 returning number`,
    [noticeId, sha256, at, decisionId],
  );
  const content = JSON.stringify(notice);
  await transaction.query(
    `update notice set content = $2, content_sha256 = $3, title = $4, language = $5 where id = $1`,
    [noticeId, content, hashOf(content), notice.head.title, notice.language],
  );
  return (rows[0]?.number ?? 0) + 1;
}

const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex');
