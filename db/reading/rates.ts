import type { Instant } from '../../contracts/plan.ts';
import { type Rates, rates } from '../../domain/status/rates.ts';
import type { Status } from '../../domain/status/status.ts';
import type { Queryable } from '../pool.ts';
import { conditions } from './conditions.ts';
import { COUNTED } from './counted.ts';
import { statusColumn } from './statusColumn.ts';

export const RATE_GROUPS = ['party', 'person', 'supervisor', 'directive', 'period'] as const;
export type RateGroup = (typeof RATE_GROUPS)[number];

export interface RateQuery {
  noticeId: string;
  by: RateGroup;
  now: Instant;
  process?: string | undefined;
  parties?: string[] | undefined;
}

export interface RateRow extends Rates {
  /** id of the party, person, supervising position, directive or period */
  group: string;
  statuses: Partial<Record<Status, number>>;
}

/**
 * Completion and timeliness in groups. A supplement is a second request for the same report and not counted again; what
 * may be handed in and was not is no part of what is owed. A unit's mailbox is no person.
 * By directive and period settled obligations come from the counters, so 100,000 of them cost as little as their periods.
 */
export async function readRates(queryable: Queryable, query: RateQuery): Promise<RateRow[]> {
  const isWhole =
    (query.by === 'directive' || query.by === 'period') && query.parties === undefined;
  const counts = isWhole ? await fromCounters(queryable, query) : await fromRows(queryable, query);
  const groups = new Map<string, Partial<Record<Status, number>>>();
  for (const { group, status, n } of counts) {
    const statuses = groups.get(group) ?? {};
    statuses[status] = (statuses[status] ?? 0) + n;
    groups.set(group, statuses);
  }
  return [...groups].map(([group, counted]) => {
    const statuses = Object.fromEntries(Object.entries(counted).filter(([, n]) => n > 0));
    return { group, statuses, ...rates(statuses) };
  });
}

interface Count {
  group: string;
  status: Status;
  n: number;
}

const SUPPLEMENTS = "not starts_with(o.track, 'supplement-')";

/** What may be handed in and never came by its time was not owed: silence of one who was consulted is no open duty. */
const OWED = "not (o.never_late and o.outcome = 'open' and o.due_at <= $2::timestamptz)";

/** The instant by which a post's holder and its superior are told: the due time that was found missed, else the present one, or now where that is still to come. */
const HELD_AT = `cross join lateral (select least($2::timestamptz, coalesce(
    (select min(f.due_at) from finding f where f.obligation_id = o.id and f.state in ('recorded', 'released')), o.due_at)) as at) w`;

const GROUPING: Record<RateGroup, { group: string; join: string }> = {
  party: { group: 'o.party_id', join: '' },
  person: {
    group: 'h.person_id',
    join: `${HELD_AT} join holding h on h.notice_id = o.notice_id and h.party_id = o.party_id and h.sole
      and h.since <= w.at and (h.until is null or h.until > w.at)`,
  },
  supervisor: {
    group: 'v.supervisor_id',
    join: `${HELD_AT} join supervision v on v.notice_id = o.notice_id and v.party_id = o.party_id
      and v.since <= w.at and (v.until is null or v.until > w.at)`,
  },
  directive: { group: 'r.directive', join: '' },
  period: { group: 'd.id', join: '' },
};

const JOINS = `from obligation o
  join period d on d.id = o.period_id
  join process r on r.notice_id = o.notice_id and r.id = o.process_id`;

async function fromRows(queryable: Queryable, query: RateQuery): Promise<Count[]> {
  const { group, join } = GROUPING[query.by];
  const where = conditions(query.noticeId, query.now);
  where.always(`o.notice_id = $1 and ${SUPPLEMENTS}`);
  where.when(query.process, (place) => `o.process_id = ${place}`);
  where.when(query.parties, (place) => `o.party_id = any(${place})`);
  const { rows } = await queryable.query<Count>(
    `select ${group} as group, ${statusColumn('$2')} as status, count(*) filter (where ${OWED}) as n ${JOINS} ${join}
     where ${where.text()} group by 1, 2 order by 1, 2`,
    where.values,
  );
  return rows;
}

/** Settled ones from the counters; open ones counted as they stand. */
async function fromCounters(queryable: Queryable, query: RateQuery): Promise<Count[]> {
  const { group } = GROUPING[query.by];
  const where = conditions(query.noticeId, query.now);
  where.when(query.process, (place) => `r.id = ${place}`);
  const { rows } = await queryable.query<Count>(
    `select ${group} as group,
       case
         when c.outcome in ('on-time', 'late') then case when d.trial then 'trial' else 'done-' || c.outcome end
         else c.outcome
       end as status, sum(c.n) as n
     from period d join process r on r.notice_id = d.notice_id and r.id = d.process_id
     join ${COUNTED} c on c.period_id = d.id and c.outcome <> 'open' and not starts_with(c.track, 'supplement-')
     where d.notice_id = $1 and $2::timestamptz is not null and ${where.text()} group by 1, 2
     union all
     select ${group}, ${statusColumn('$2')}, count(*) filter (where ${OWED}) ${JOINS}
     where o.notice_id = $1 and o.outcome = 'open' and ${SUPPLEMENTS} and ${where.text()} group by 1, 2
     order by 1, 2`,
    where.values,
  );
  return rows;
}
