import type { Queryable } from '../pool.ts';

/** What a notice's overview counts beside its processes and periods. */
export interface Overview {
  letters: { kind: string; sent: number; waiting: number; failed: number }[];
  findings: { state: string; n: number }[];
}

/** Letters by kind and what became of them, and findings by state. */
export async function readOverview(queryable: Queryable, noticeId: string): Promise<Overview> {
  const letters = await queryable.query<Overview['letters'][number]>(
    `select kind, count(*) filter (where state = 'sent') as sent,
       count(*) filter (where state in ('queued', 'sending', 'uncertain')) as waiting,
       count(*) filter (where state in ('failed', 'bounced')) as failed
     from letter where notice_id = $1 group by kind order by kind`,
    [noticeId],
  );
  const findings = await queryable.query<Overview['findings'][number]>(
    'select state, count(*) as n from finding where notice_id = $1 group by state order by state',
    [noticeId],
  );
  return { letters: letters.rows, findings: findings.rows };
}
