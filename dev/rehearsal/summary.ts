import { readNotice } from '../../db/notices/readNotice.ts';
import type { Queryable } from '../../db/pool.ts';
import { localDate } from '../../domain/time/zone.ts';
import { nowOf } from './enterRehearsal.ts';
import { foreseenLoad } from './foreseenLoad.ts';
import { LETTER_LOAD } from './letterLoad.ts';

/** What a rehearsal ends with: counts only, the same for the same seed. */
export interface Summary {
  periods: Record<string, number>;
  obligations: Record<string, number>;
  submissions: Record<string, number>;
  letters: Record<string, number>;
  escalations: Record<string, number>;
  findings: Record<string, number>;
  decisions: Record<string, number>;
  digests: Record<string, number>;
  proposals: Record<string, number>;
  /** the most letters that one person got, by rank: no names */
  busiest: Record<string, number>;
  /** the same as the preview has it, up to now: what decisions and work done early add is not in it */
  foreseen: Record<string, number>;
  logRows: number;
}

const COUNTS: Record<Exclude<keyof Summary, 'foreseen' | 'logRows'>, string> = {
  periods: `select case when trial and state <> 'before-start' then 'trial ' || state else state end as name, count(*) as n from period where notice_id = $1 group by 1`,
  obligations: `select o.deliverable || ' ' || case when d.trial then 'trial' else o.outcome end as name, count(*) as n
    from obligation o join period d on d.id = o.period_id where o.notice_id = $1 group by 1`,
  submissions: `select channel || ' ' || kind || ' ' || review as name, count(*) as n from submission where notice_id = $1 group by 1`,
  letters: `select kind || ' ' || state as name, count(*) as n from letter where notice_id = $1 group by 1`,
  escalations: `select rung || case when stopped_at is not null then ' stopped' when letter_id is not null then ' told'
      when needs_release and released_at is null then ' awaiting release' else ' waiting' end as name, count(*) as n
    from climb where notice_id = $1 group by 1`,
  findings: `select state as name, count(*) as n from finding where notice_id = $1 group by 1`,
  decisions: `select kind as name, count(*) as n from decision where notice_id = $1 group by 1`,
  digests: `select case when g.released_at is null then 'drafted' when o.outcome = 'on-time' then 'released on time' else 'released late' end as name, count(*) as n
    from digest g join obligation o on o.period_id = g.period_id and o.track = 'main' where g.notice_id = $1 group by 1`,
  proposals: `select proposed || ' ' || coalesce(handling, state) as name, count(*) as n from proposal where notice_id = $1 group by 1`,
  busiest: LETTER_LOAD,
};

/** Counts the register of a notice anew, in SQL. */
export async function summarise(queryable: Queryable, noticeId: string): Promise<Summary> {
  const counted = await Promise.all(
    Object.entries(COUNTS).map(async ([part, sql]) => {
      const { rows } = await queryable.query<{ name: string; n: number }>(`${sql} order by 1`, [
        noticeId,
      ]);
      return [part, Object.fromEntries(rows.map(({ name, n }) => [name, Number(n)]))] as const;
    }),
  );
  const { rows } = await queryable.query<{ n: number }>(
    'select count(*) as n from log where notice_id = $1',
    [noticeId],
  );
  const { notice } = await readNotice(queryable, noticeId);
  const today = localDate(await nowOf(queryable, noticeId), notice.zone);
  return {
    ...(Object.fromEntries(counted) as Omit<Summary, 'foreseen' | 'logRows'>),
    foreseen: foreseenLoad(notice, today),
    logRows: Number(rows[0]?.n ?? 0),
  };
}

/** The summary as a terminal shows it. */
export function printSummary(summary: Summary): string {
  const { logRows, ...parts } = summary;
  const lines = Object.entries(parts).map(([part, counts]) => {
    const told = Object.entries(counts).map(([name, n]) => `${name} ${n}`);
    return `${part.padEnd(12)} ${told.join(', ') || 'none'}`;
  });
  return [
    ...lines,
    `${'log rows'.padEnd(12)} ${logRows}`,
    'busiest: the most letters to one person of each rank; foreseen: the same in the preview, without what decisions, receipts of late reports and work done early bring',
  ].join('\n');
}
