import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** How much of a period was answered: of those who owe a report, who reported, and who answered any of the questions. */
export interface AnswerCoverage {
  periodKey: string;
  owed: number;
  reported: number;
  answered: number;
}

/** What one party answered; only what it did answer stands in `answers`, by the section's id. */
export interface PartyAnswers {
  periodKey: string;
  partyId: string;
  party: string;
  submissionId: string;
  receivedAt: Instant;
  answers: Record<string, string>;
}

interface Asked {
  noticeId: string;
  /** the reporting cycle in whose reports the questions are asked */
  cycle: string;
  /** ids of the outline's sections that ask them */
  sections: readonly string[];
}

/** Coverage of each period of the cycle that has been opened, in order. */
export async function answerCoverage(
  queryable: Queryable,
  { noticeId, cycle, sections }: Asked,
): Promise<AnswerCoverage[]> {
  const { rows } = await queryable.query<AnswerCoverage>(
    `select d.key as "periodKey", count(*) filter (where o.outcome in ('open', 'on-time', 'late'))::int as owed,
       count(*) filter (where o.outcome in ('on-time', 'late'))::int as reported,
       count(*) filter (where v.answers is not null)::int as answered
     from period d join obligation o on o.period_id = d.id and o.track = 'main'
     left join lateral (${LATEST}) v on true
     where d.notice_id = $1 and d.process_id = $2 and d.state <> 'before-start'
     group by d.key order by d.key`,
    [noticeId, cycle, sections],
  );
  return rows;
}

/** What was answered in one period, by the parties' places in it; at most `limit`. */
export async function listAnswers(
  queryable: Queryable,
  { noticeId, cycle, sections, periodKey, limit }: Asked & { periodKey: string; limit: number },
): Promise<PartyAnswers[]> {
  const { rows } = await queryable.query<PartyAnswers>(
    `select d.key as "periodKey", o.party_id as "partyId", p.title as party, v.id as "submissionId",
       v.received_at as "receivedAt", v.answers
     from period d join obligation o on o.period_id = d.id and o.track = 'main'
     join party p on p.notice_id = o.notice_id and p.id = o.party_id
     join lateral (${LATEST}) v on v.answers is not null
     where d.notice_id = $1 and d.process_id = $2 and d.key = $4
     order by o.ordinal limit $5`,
    [noticeId, cycle, sections, periodKey, limit],
  );
  return rows;
}

/** The latest version of a report, with the answers to the sections asked for; null where it answers none. */
const LATEST = `
select s.id, s.received_at,
  (select jsonb_object_agg(a.key, a.value) from jsonb_each_text(t.answers) a
   where a.key = any($3) and btrim(a.value) <> '') as answers
from submission_obligation so join submission s on s.id = so.submission_id
join submission_text t on t.submission_id = s.id
where so.obligation_id = o.id order by so.version desc limit 1`;
