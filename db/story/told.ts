import { periodId, processWorkflowId } from '../../contracts/ids.ts';
import type { StoryOf } from '../../domain/log/storyEvent.ts';

/** A query's beginning: the common table `told` of the log's rows that belong to a story. */
export interface Told {
  /** `$1` is the notice; each row comes with the obligation it concerns, or null */
  text: string;
  /** the value of `$2` */
  value: string;
}

/** Which rows of the log belong to a story. */
export function toldOf(story: StoryOf): Told {
  const { noticeId } = story;
  if (story.of === 'notice') return { text: told(OF_NOTICE, 'false'), value: noticeId };
  const { processId } = story;
  if (story.of === 'process') {
    return { text: told(OF_PROCESS, AMENDED), value: processWorkflowId(noticeId, processId) };
  }
  const value = periodId(noticeId, processId, story.periodKey);
  return { text: told(OF_PERIOD, RELEASE_ASKED), value };
}

/** @param further a condition on rows `l` of the log that tell of it under another subject */
const told = (subjects: string, further: string): string => `
with subject as materialized (${subjects}),
told as materialized (
  select l.seq, l.at, l.actor, l.action, l.subject, l.detail, s.obligation_id
  from subject s join log l on l.subject = s.id and l.notice_id = $1
  union all
  select l.seq, l.at, l.actor, l.action, l.subject, l.detail, null from log l where l.notice_id = $1 and ${further})`;

// what a period owns by its id, and through its obligations; one that belongs to several periods is told in each
const OF_PERIOD = `
  select $2::text as id, null::text as obligation_id
  union all select s.id, null from schedule s where s.period_id = $2
  union all select o.id, o.id from obligation o where o.period_id = $2
  union all select x.letter_id::text, o.id from obligation o join letter_obligation x on x.obligation_id = o.id where o.period_id = $2
  union all select l.id::text, null from letter l where l.notice_id = $1 and l.period_id = $2
    and not exists (select from letter_obligation x where x.letter_id = l.id)
  union all select x.submission_id::text, o.id from obligation o join submission_obligation x on x.obligation_id = o.id where o.period_id = $2
  union all select f.id::text, o.id from obligation o join finding f on f.obligation_id = o.id where o.period_id = $2
  union all select p.id::text, o.id from proposal p join obligation o on o.id = any(p.missed) where p.notice_id = $1 and o.period_id = $2
  union all select p.id::text, null from proposal p where p.digest_id = $2`;

const RELEASE_ASKED = `l.action = 'release-requested' and starts_with(l.detail ->> 'schedule', $2 || '/')`;

const OF_PROCESS = 'select $2::text as id, null::text as obligation_id';

const AMENDED = `l.action = 'field-amended' and l.subject = $1
  and position('/processes' || substr($2, length($1) + 1) || '/' in l.detail ->> 'field') > 0`;

const OF_NOTICE = `
  select $2::text as id, null::text as obligation_id
  union all select p.id, null from person p where p.notice_id = $1
  union all select p.id, null from party p where p.notice_id = $1 and not exists (
    select from person s where s.notice_id = $1 and s.id = p.id)
  union all select $1 || '/' || p.id, null from party p where p.notice_id = $1
  union all select l.id::text, null from letter l where l.notice_id = $1 and l.period_id is null
    and not exists (select from letter_obligation x where x.letter_id = l.id)`;
