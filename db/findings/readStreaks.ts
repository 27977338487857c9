import type { Instant } from '../../contracts/plan.ts';
import { countsInRow, type Outcome, type Streak, streaks } from '../../domain/ladder/streaks.ts';
import type { Queryable } from '../pool.ts';

/**
 * Misses of persons over all processes and posts, as the register stands at `now`. What was found stands, whatever became
 * of the obligation since: it is a miss of whoever held the post at the due time that was missed, and an extension that is
 * missed too is another. Otherwise an obligation counts as it ended, for whoever held the post at its due time. So a
 * hand-over starts anew by itself; units never mix with persons.
 */
export async function readStreaks(
  queryable: Queryable,
  query: { noticeId: string; personIds: string[]; now: Instant },
): Promise<Map<string, Streak>> {
  const { rows } = await queryable.query<{
    person: string;
    kind: Exclude<Outcome['kind'], 'hand-over'>;
    day: string;
    obligation: string;
    deliverable: string;
    neverLate: boolean;
  }>(OUTCOMES, [query.noticeId, [...new Set(query.personIds)], query.now]);
  const byPerson = new Map<string, Outcome[]>();
  for (const { person, kind, day, obligation, ...owed } of rows) {
    if (!countsInRow(owed)) continue;
    const outcome = { kind, dueDay: day, obligationId: obligation };
    byPerson.set(person, [...(byPerson.get(person) ?? []), outcome]);
  }
  return new Map([...byPerson].map(([person, outcomes]) => [person, streaks(outcomes)]));
}

const OUTCOMES = `
with held as (
  select h.* from holding h where h.notice_id = $1 and h.person_id = any($2) and h.sole),
ended as (
  select h.person_id, o.id, o.period_id, o.deliverable, o.never_late, f.due_at, f.last_day, 'missed' as kind
  from held h join obligation o on o.notice_id = h.notice_id and o.party_id = h.party_id
  join finding f on f.obligation_id = o.id and f.state in ('recorded', 'released')
  where f.due_at <= $3 and h.since <= f.due_at and (h.until is null or h.until > f.due_at)
  union all
  select h.person_id, o.id, o.period_id, o.deliverable, o.never_late, o.due_at, s.last_day,
    case
      when o.closed_as = 'paused' then 'paused'
      when o.closed_as is not null then 'excused'
      when f.state = 'withheld' then 'withheld'
      when f.state = 'reversed' and o.received_at is null then 'excused'
      when o.received_as = 'nothing' then 'nothing'
      else 'reported'
    end
  from held h join obligation o on o.notice_id = h.notice_id and o.party_id = h.party_id
  join schedule s on s.id = o.schedule_id
  left join finding f on f.obligation_id = o.id and f.due_at = o.due_at
  where o.due_at <= $3 and h.since <= o.due_at and (h.until is null or h.until > o.due_at)
    and (o.outcome <> 'open' or f.id is not null) and o.closed_as is distinct from 'before-start' and not o.found_late)
select e.person_id as person, e.last_day as day, e.id as obligation, e.deliverable, e.never_late as "neverLate",
  case when d.trial then 'trial' else e.kind end as kind
from ended e join period d on d.id = e.period_id
order by e.last_day, e.due_at, e.id`;
