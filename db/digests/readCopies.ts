import type { Queryable } from '../pool.ts';

/**
 * Who reported in a period with the very words of the report before it, by party, and so many times in a row. Between
 * reports alone: "nothing to report" has no words, and silence none to compare with.
 */
export async function readCopies(
  queryable: Queryable,
  periodId: string,
): Promise<Map<string, number>> {
  const { rows } = await queryable.query<{ party: string; n: number }>(COPIES, [periodId]);
  return new Map(rows.map(({ party, n }) => [party, n]));
}

// The latest version of each report counts: who sends a copy and then a report of his own has not copied.
const COPIES = `
with asked as (select notice_id, process_id, key from period where id = $1),
here as (select party_id from obligation where period_id = $1 and track = 'main' and received_as = 'report'),
reports as (
  select o.party_id, d.key, v.words
  from asked a
  join period d on d.notice_id = a.notice_id and d.process_id = a.process_id and d.key <= a.key
  join obligation o on o.period_id = d.id and o.track = 'main' and o.received_at is not null
  join here h on h.party_id = o.party_id
  join lateral (
    select s.kind, s.words_sha256 as words from submission_obligation so join submission s on s.id = so.submission_id
    where so.obligation_id = o.id order by so.version desc limit 1) v on v.kind = 'report'),
compared as (
  select party_id, key, coalesce(words = lag(words) over (partition by party_id order by key), false) as same from reports)
select c.party_id as party, count(*)::int as n from compared c
where c.same and not exists (
  select from compared later where later.party_id = c.party_id and later.key > c.key and not later.same)
group by c.party_id`;
