import type { StoryEvent, StoryOf } from '../../domain/log/storyEvent.ts';
import { NAMED } from '../../domain/log/storyEvent.ts';
import type { Queryable } from '../pool.ts';
import { type Page, type PageRequest, pageOf, readCursor } from '../reading/page.ts';
import { toldOf } from './told.ts';

/**
 * What the register tells of a period, a process or the notice itself, from the log alone and in its order. Rows of one
 * minute that say the same are one event. A letter that has left, or come back, is not told a second time as written;
 * a decision is told by what it did, with who took it and why, and by itself only where it changed nothing further.
 */
export async function readStory(
  queryable: Queryable,
  request: StoryOf & PageRequest,
): Promise<Page<StoryEvent>> {
  const after = readCursor(request.cursor, ['count']);
  const { text, value } = toldOf(request);
  const { rows } = await queryable.query<StoryEvent>(`${text}, ${EVENTS}`, [
    request.noticeId,
    value,
    after?.[0] ?? 0,
    request.limit + 1,
    NAMED,
  ]);
  return pageOf(rows, request.limit, (row) => [row.seq]);
}

const EVENTS = `
decided as (
  select t.*, (t.detail ->> 'decision')::uuid as decision_id,
    coalesce(bool_or(t.action not like 'decided-%') over (partition by t.detail ->> 'decision'), false) as has_effect
  from told t),
known as (
  select t.*, le.person_id, coalesce(o.party_id, pr.party_id) as party_id, o.deliverable,
    coalesce(le.kind, t.detail ->> 'rung') as about,
    case when su.id is not null then jsonb_build_object('kind', su.kind, 'channel', su.channel) end as submission
  from decided t
  left join letter le on le.id = case when t.action like 'letter-%' then t.subject::uuid end
  left join obligation o on o.id = t.obligation_id
  left join proposal pr on t.obligation_id is null and pr.id::text = t.subject
  left join submission su on su.id = case when t.action = 'submission-taken' then (t.detail ->> 'submission')::uuid end
  where not (t.action like 'decided-%' and t.decision_id is not null and (t.has_effect or t.subject = $1 and t.detail ->> 'decision' in (
      select e.detail ->> 'decision' from log e where e.notice_id = $1 and e.action not like 'decided-%' and e.detail ->> 'decision' is not null)))
    and not (t.action = 'letter-written' and le.state not in ('queued', 'sending'))),
event as (
  select min(seq) as seq, min(at) as at, max(at) as until, action, count(distinct seq) as n, actor, decision_id, about, submission, deliverable,
    detail ->> 'recipient' as recipient_id, (array_agg(detail order by seq))[1] as detail,
    array_agg(distinct party_id) filter (where party_id is not null) as party_ids,
    array_agg(distinct person_id) filter (where person_id is not null) as person_ids
  from known
  group by date_trunc('minute', at), action, actor, decision_id, about, submission, deliverable, detail ->> 'recipient', detail -> 'from', detail -> 'to',
    detail -> 'dueAt', detail -> 'late', detail -> 'receiptNo', detail -> 'doubts', detail -> 'needsRelease', detail -> 'field'
  having min(seq) > $3
  order by min(seq) limit $4)
select e.seq, e.at, e.until, e.action, e.n, e.actor, coalesce(c.name, k.label) as "actorName",
  case when d.id is not null then jsonb_build_object('id', d.id, 'kind', d.kind, 'capacity', d.capacity,
    'reason', coalesce(r.reason, (select a.body from finding_answer a where d.kind = 'answer-finding' and a.finding_id::text = d.subject and a.at = d.at)),
    'handling', d.detail ->> 'handling') end as decision,
  array(select p.title from party p where p.notice_id = $1 and p.id = any(e.party_ids) order by p.title limit $5) as parties,
  coalesce(cardinality(e.party_ids), 0) as "partyCount",
  array(select a.name from person_contact a where a.notice_id = $1 and a.person_id = any(e.person_ids) order by a.name limit $5) as receivers,
  e.about, (select p.title from party p where p.notice_id = $1 and p.id = e.recipient_id) as recipient,
  e.submission, e.deliverable, e.detail
from event e
left join person_contact c on c.notice_id = $1 and 'person:' || c.person_id = e.actor
left join api_token k on 'token:' || k.id = e.actor
left join decision d on d.id = e.decision_id
left join decision_text r on r.decision_id = d.id
order by e.seq`;
