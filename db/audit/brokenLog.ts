import type { Queryable } from '../pool.ts';

/** A row of a notice's log as it was found. */
interface LogRow {
  seq: number;
  hash: string;
}

/** The row up to which a log was found whole, and the one up to which it has been gone through again since. */
export interface LogSeen extends LogRow {
  again?: LogRow;
}

const NOTHING_SEEN: LogRow = { seq: 0, hash: '0'.repeat(64) };

/** How many rows one look goes through at most: a second or two, and the next look goes on from there. */
const MOST_ROWS = 100_000;

/**
 * Goes on through a notice's log from where it was left off, and once more through some of what was seen before, since a
 * row may have been changed after that: from the first row again once all of them have come up.
 * @param looked.again how many rows of those seen before
 * @returns the first row at fault, or null; and from where to go on
 */
export async function lookThroughLog(
  queryable: Queryable,
  { noticeId, seen, again }: { noticeId: string; seen: LogSeen | undefined; again: number },
): Promise<{ firstBreak: number | null; seen: LogSeen }> {
  const onward = await walkLog(queryable, { noticeId, ...(seen && { from: seen }) });
  if (seen === undefined || again === 0) return onward;
  const from = seen.again && seen.again.seq < seen.seq ? seen.again : NOTHING_SEEN;
  const back = await walkLog(queryable, { noticeId, from, most: again });
  const breaks = [back.firstBreak, onward.firstBreak].filter((row) => row !== null);
  return {
    firstBreak: breaks.length > 0 ? Math.min(...breaks) : null,
    seen: { seq: onward.seen.seq, hash: onward.seen.hash, again: back.seen },
  };
}

/**
 * Goes on through a notice's chain from the row that was seen last: every number, predecessor and hash, that the row
 * seen last is still what it was, and that none is cut off at the end.
 * @returns the first row at fault, or null; and how far the chain is whole
 */
export async function walkLog(
  queryable: Queryable,
  {
    noticeId,
    from = NOTHING_SEEN,
    most = MOST_ROWS,
  }: { noticeId: string; from?: LogRow; most?: number },
): Promise<{ firstBreak: number | null; seen: LogRow }> {
  const { rows } = await queryable.query<{ firstBreak: number | null; seen: LogRow | null }>(WALK, [
    noticeId,
    from.seq,
    from.hash,
    Math.min(most, MOST_ROWS),
  ]);
  const { firstBreak = null, seen = null } = rows[0] ?? {};
  return { firstBreak, seen: firstBreak === null && seen !== null ? seen : from };
}

const WALK = `
with read as materialized (
  select l.* from log l where l.notice_id = $1 and l.seq > $2::bigint order by l.seq limit $4),
walked as (
  select r.*, lag(hash, 1, $3::text) over (order by seq) as before, $2::bigint + row_number() over (order by seq) as expected
  from read r),
broken as (
  select min(seq) as seq from walked
  where seq <> expected or prev_hash <> before
    or hash <> log_hash(notice_id, seq, at, actor, action, subject, detail, prev_hash)),
forgotten as (
  select $2::bigint as seq where $2::bigint > 0
    and not exists (select from log l where l.notice_id = $1 and l.seq = $2::bigint and l.hash = $3::text)),
last as (
  select coalesce((select max(seq) from read), $2::bigint) as seq, (select count(*) from read) < $4 as is_end),
cut_off as (
  select h.seq from log_head h, last
  where h.notice_id = $1 and last.is_end and h.seq > last.seq)
select coalesce((select seq from forgotten), (select seq from broken), (select seq from cut_off)) as "firstBreak",
  (select jsonb_build_object('seq', seq, 'hash', hash) from read order by seq desc limit 1) as seen`;
