/**
 * The most letters that one person got in a month and on a day of the notice's own calendar, apart for the chair, the
 * office, the other superiors, members and units ("Nobody gets 40 letters"). For `summarise`: rows of name and n.
 */
export const LETTER_LOAD = `
with roles as (
  select id, zone, content #>> '{roles,chair}' as chair, content #>> '{roles,office}' as office from notice where id = $1),
who as (
  select h.person_id, min(case
    when h.party_id = r.chair then '1 chair'
    when h.party_id = r.office then '2 office'
    when exists (select from supervision s where s.notice_id = h.notice_id and s.supervisor_id = h.party_id) then '3 superior'
    when p.kind = 'position' then '4 member'
    else '5 unit' end) as class
  from holding h join roles r on r.id = h.notice_id join party p on p.notice_id = h.notice_id and p.id = h.party_id
  group by 1),
sent as (
  select w.class, l.person_id, to_char(coalesce(l.sent_at, l.not_before) at time zone r.zone, 'YYYY-MM-DD') as day
  from letter l join roles r on r.id = l.notice_id join who w on w.person_id = l.person_id
  where l.state not in ('queued', 'stopped')),
counted as (
  select class, 'month' as span, count(*) as n from sent group by class, person_id, left(day, 7)
  union all
  select class, 'day', count(*) from sent group by class, person_id, day)
select substr(class, 3) || ' in a ' || span as name, max(n) as n from counted group by class, span`;

/** Superiors with two rounds on one day, and people with two letters of one kind about one obligation on one day. */
export const DOUBLED_LETTERS = `
with sent as (
  select l.id, l.kind, l.person_id, to_char(coalesce(l.sent_at, l.not_before) at time zone n.zone, 'YYYY-MM-DD') as day
  from letter l join notice n on n.id = l.notice_id
  where l.notice_id = $1 and l.state not in ('queued', 'stopped') and l.kind in ('round', 'prompt', 'remind', 'overdue'))
select person_id || ' round ' || day as id from sent where kind = 'round' group by person_id, day having count(*) > 1
union
select s.person_id || ' ' || s.kind || ' ' || o.obligation_id from sent s join letter_obligation o on o.letter_id = s.id
where s.kind <> 'round' group by s.person_id, s.kind, o.obligation_id, s.day having count(*) > 1
order by 1`;

/**
 * People with two reminders (or overdue notices) planned for one instant, of which one letter should have told. What was
 * asked for only at that instant keeps apart.
 */
export const SPLIT_LETTERS = `
select l.person_id || ' ' || l.kind || to_char(l.written_at at time zone 'UTC', ' YYYY-MM-DD HH24:MI') as id
from letter l
where l.notice_id = $1 and l.kind in ('remind', 'overdue') and exists (
  select from letter_obligation a join obligation o on o.id = a.obligation_id
  join schedule_step t on t.schedule_id = o.schedule_id and t.kind = l.kind and t.at = l.written_at
  where a.letter_id = l.id and not exists (
    select from schedule_step q where q.schedule_id = t.schedule_id and q.kind = 'prompt' and q.done_at >= t.at))
group by l.person_id, l.kind, l.written_at, split_part(l.key, '/for/', 2) having count(*) > 1
order by 1`;
