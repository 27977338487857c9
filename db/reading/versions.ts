import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** One text of a notice; the last is the one in force. */
export interface NoticeVersion {
  number: number;
  sha256: string;
  inForceFrom: Instant;
  /** null for the text in force */
  inForceUntil: Instant | null;
  /** what put it in force; null for the text that was loaded first */
  decision: {
    id: string;
    kind: string;
    actor: string;
    capacity: string;
    at: Instant;
    reason: string | null;
    decidedBy: string | null;
  } | null;
}

/** The versions of a notice, the first at the head. */
export async function listVersions(
  queryable: Queryable,
  noticeId: string,
): Promise<NoticeVersion[]> {
  const { rows } = await queryable.query<NoticeVersion>(VERSIONS, [noticeId]);
  return rows;
}

/** The text of one version, or null where there is none of that number. */
export async function readVersion(
  queryable: Queryable,
  noticeId: string,
  number: number,
): Promise<Notice | null> {
  const { rows } = await queryable.query<{ content: Notice }>(
    `select content from notice_version where notice_id = $1 and number = $2
     union all
     select n.content from notice n where n.id = $1
       and $2 = (select count(*) + 1 from notice_version v where v.notice_id = n.id)`,
    [noticeId, number],
  );
  return rows[0]?.content ?? null;
}

const VERSIONS = `
with texts as (
  select v.number, v.content_sha256, v.in_force_until, v.replaced_by from notice_version v where v.notice_id = $1
  union all
  select (select count(*) + 1 from notice_version v where v.notice_id = n.id)::int, n.content_sha256, null, null
  from notice n where n.id = $1),
placed as (
  select t.*, lag(t.in_force_until) over (order by t.number) as since, lag(t.replaced_by) over (order by t.number) as brought_by
  from texts t)
select p.number, p.content_sha256 as sha256, coalesce(p.since, n.loaded_at) as "inForceFrom",
  p.in_force_until as "inForceUntil",
  case when d.id is not null then jsonb_build_object('id', d.id, 'kind', d.kind, 'actor', d.actor, 'capacity', d.capacity,
    'at', to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'reason', t.reason, 'decidedBy', t.decided_by) end as decision
from placed p join notice n on n.id = $1
left join decision d on d.id = p.brought_by left join decision_text t on t.decision_id = d.id
order by p.number`;
