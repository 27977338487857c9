import type { DateNote, Deliverable, Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';
import { conditions } from './conditions.ts';
import { COUNTED } from './counted.ts';
import { type Page, type PageRequest, pageOf, readCursor } from './page.ts';

export interface PeriodRow {
  id: string;
  noticeId: string;
  processId: string;
  key: string;
  state: 'open' | 'paused' | 'closed' | 'before-start' | 'cancelled';
  /** what is owed in it by everybody; beside it there may be a certificate, guidance, supplements */
  deliverable: Deliverable;
  trial: boolean;
  ordinal: number;
  opensAt: Instant;
  dueAt: Instant;
  closesAt: Instant;
  closedAt: Instant | null;
  /** obligations by track and outcome, from the counters */
  counts: Record<string, Record<string, number>>;
}

const COLUMNS = `d.id, d.notice_id as "noticeId", d.process_id as "processId", d.key, d.state, d.trial,
  coalesce(jsonb_path_query_first(d.plan, '$.tracks[*] ? (@.key == "main").deliverable'), d.plan -> 'tracks' -> 0 -> 'deliverable') #>> '{}' as deliverable, d.ordinal, d.opens_at as "opensAt",
  d.due_at as "dueAt", d.closes_at as "closesAt", d.closed_at as "closedAt",
  (select coalesce(jsonb_object_agg(track, outcomes), '{}') from (
     select track, jsonb_object_agg(outcome, n) as outcomes from (
       select track, outcome, sum(n) as n from ${COUNTED} k where k.period_id = d.id group by 1, 2 having sum(n) > 0) summed
     group by track) c) as counts`;

/** A notice's periods in the order of their due times. */
export async function listPeriods(
  queryable: Queryable,
  filter: PageRequest & { noticeId: string; process?: string; state?: PeriodRow['state'] },
): Promise<Page<PeriodRow>> {
  const after = readCursor(filter.cursor, ['instant', 'id']);
  const where = conditions(filter.noticeId);
  where.always('d.notice_id = $1');
  where.when(filter.process, (place) => `d.process_id = ${place}`);
  where.when(filter.state, (place) => `d.state = ${place}`);
  if (after)
    where.always(`(d.due_at, d.id) > (${where.value(after[0])}, ${where.value(after[1])})`);
  const { rows } = await queryable.query<PeriodRow>(
    `select ${COLUMNS} from period d where ${where.text()} order by d.due_at, d.id limit ${where.value(filter.limit + 1)}`,
    where.values,
  );
  return pageOf(rows, filter.limit, (row) => [row.dueAt, row.id]);
}

export interface StepRow {
  schedule: string;
  track: string;
  key: string;
  kind: string;
  at: Instant;
  notes: DateNote[];
  doneAt: Instant | null;
}

/** One period with every step of its schedules, those made by decisions included; undefined where there is none. */
export async function readPeriod(
  queryable: Queryable,
  periodId: string,
): Promise<(PeriodRow & { steps: StepRow[] }) | undefined> {
  const { rows } = await queryable.query<PeriodRow>(
    `select ${COLUMNS} from period d where d.id = $1`,
    [periodId],
  );
  const period = rows[0];
  if (!period) return undefined;
  const steps = await queryable.query<StepRow>(
    `select s.id as schedule, s.track, t.key, t.kind, t.at, t.notes, t.done_at as "doneAt"
     from schedule s join schedule_step t on t.schedule_id = s.id where s.period_id = $1 order by t.at, s.id, t.position`,
    [periodId],
  );
  return { ...period, steps: steps.rows };
}
