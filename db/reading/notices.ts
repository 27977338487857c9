import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';
import { COUNTED } from './counted.ts';

export interface NoticeRow {
  id: string;
  title: string;
  language: 'vi' | 'en';
  zone: string;
  state: 'loaded' | 'running' | 'closed';
  clock: 'live' | 'rehearsal';
  loadedAt: Instant;
  startedAt: Instant | null;
}

const COLUMNS = `id, title, language, zone, state, clock, loaded_at as "loadedAt", started_at as "startedAt"`;

/** Every notice, or the one with this id, in the order of loading. */
export async function listNotices(
  queryable: Queryable,
  noticeId: string | null = null,
): Promise<NoticeRow[]> {
  const { rows } = await queryable.query<NoticeRow>(
    `select ${COLUMNS} from notice where $1::text is null or id = $1 order by loaded_at, id`,
    [noticeId],
  );
  return rows;
}

export interface ProcessRow {
  id: string;
  directive: string;
  kind: string;
  state: 'waiting' | 'running' | 'paused' | 'done' | 'cancelled';
  waitsFor: string | null;
  pausedAt: Instant | null;
  startedAt: Instant | null;
  periods: { open: number; closed: number; all: number };
  /** Obligations of its main track by outcome, from the counters. */
  obligations: Record<string, number>;
}

/** A notice's processes with the counts of their periods and obligations, in the order of the directives' ids. */
export async function listProcesses(
  queryable: Queryable,
  noticeId: string,
  processId: string | null = null,
): Promise<ProcessRow[]> {
  const { rows } = await queryable.query<ProcessRow>(
    `select r.id, r.directive, r.kind, r.state, r.waits_for as "waitsFor", r.paused_at as "pausedAt", r.started_at as "startedAt",
       (select jsonb_build_object('open', count(*) filter (where d.state in ('open', 'paused')),
          'closed', count(*) filter (where d.state = 'closed'), 'all', count(*))
        from period d where d.notice_id = r.notice_id and d.process_id = r.id) as periods,
       (select coalesce(jsonb_object_agg(outcome, n), '{}') from (
          select c.outcome, sum(c.n) as n from period d join ${COUNTED} c on c.period_id = d.id and c.track = 'main'
          where d.notice_id = r.notice_id and d.process_id = r.id group by 1 having sum(c.n) > 0) counted) as obligations
     from process r where r.notice_id = $1 and ($2::text is null or r.id = $2)
     order by nullif(regexp_replace(r.directive, '\\D', '', 'g'), '')::int nulls last, r.id`,
    [noticeId, processId],
  );
  return rows;
}
