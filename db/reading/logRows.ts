import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';
import { conditions } from './conditions.ts';
import { type Page, type PageRequest, pageOf, readCursor } from './page.ts';

export interface LogRow {
  seq: number;
  /** on the notice's clock, and on the machine's */
  at: Instant;
  recordedAt: Instant;
  actor: string;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
  hash: string;
}

export interface LogFilter extends PageRequest {
  noticeId: string;
  actor?: string | undefined;
  action?: string | undefined;
  /** an id; what stands below it counts as well */
  subject?: string | undefined;
}

/** Rows of a notice's log in their order. */
export async function listLog(queryable: Queryable, filter: LogFilter): Promise<Page<LogRow>> {
  const after = readCursor(filter.cursor, ['count']);
  const where = conditions(filter.noticeId);
  where.always('notice_id = $1');
  where.when(filter.actor, (place) => `actor = ${place}`);
  where.when(filter.action, (place) => `action = ${place}`);
  where.when(
    filter.subject,
    (place) => `(subject = ${place} or starts_with(subject, ${place} || '/'))`,
  );
  where.when(after?.[0], (place) => `seq > ${place}`);
  const { rows } = await queryable.query<LogRow>(
    `select seq, at, recorded_at as "recordedAt", actor, action, subject, detail, hash
     from log where ${where.text()} order by seq limit ${where.value(filter.limit + 1)}`,
    where.values,
  );
  return pageOf(rows, filter.limit, (row) => [row.seq]);
}

export interface LogCheck {
  rows: number;
  /** The hash of the last row: kept elsewhere, it proves later that nothing before it was changed. */
  head: string | null;
  /** The first row whose hash, number or predecessor does not fit; null where the chain is whole. */
  firstBreak: number | null;
}

/** Walks a notice's chain from its first row and computes every hash anew. */
export async function verifyLog(queryable: Queryable, noticeId: string): Promise<LogCheck> {
  const { rows } = await queryable.query<LogCheck>(
    `select (select count(*) from log where notice_id = $1) as rows,
       (select hash from log where notice_id = $1 order by seq desc limit 1) as head,
       coalesce(log_first_break($1),
         -- rows cut off at the end leave a whole chain: the head's own count tells
         (select h.seq from log_head h where h.notice_id = $1 and h.seq > (select count(*) from log where notice_id = $1))) as "firstBreak"`,
    [noticeId],
  );
  const [check] = rows;
  if (!check) throw new Error('the register answered a check of the log with no row');
  return check;
}
