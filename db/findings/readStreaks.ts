import type { Instant } from '../../contracts/plan.ts';
import { countsInRow, type Outcome, type Streak, streaks } from '../../domain/ladder/streaks.ts';
import type { Queryable } from '../pool.ts';

/**
 * Misses of persons over all processes and posts, as the register stands at `now`. An obligation belongs to whoever
 * held the post at its due time, so a hand-over starts anew by itself; units never mix with persons.
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
select h.person_id as person, s.last_day as day, o.id as obligation, o.deliverable, o.never_late as "neverLate",
  case
    when d.trial then 'trial'
    when o.closed_as = 'paused' then 'paused'
    when o.closed_as is not null then 'excused'
    when f.state = 'withheld' then 'withheld'
    when f.state in ('recorded', 'released') then 'missed'
    when f.state = 'reversed' and o.received_at is null then 'excused'
    when o.received_as = 'nothing' then 'nothing'
    else 'reported'
  end as kind
from obligation o
join period d on d.id = o.period_id
join schedule s on s.id = o.schedule_id
join holding h on h.notice_id = o.notice_id and h.party_id = o.party_id and h.sole
  and h.since <= o.due_at and (h.until is null or h.until > o.due_at)
left join finding f on f.obligation_id = o.id
where o.notice_id = $1 and h.person_id = any($2) and o.due_at <= $3
  and (o.outcome <> 'open' or f.id is not null) and o.closed_as is distinct from 'before-start'
order by s.last_day, o.due_at`;
