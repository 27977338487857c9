import type { Instant, PlannedPeriod } from '../../contracts/plan.ts';
import { walkLog } from '../../db/audit/brokenLog.ts';
import { idsOf } from '../../db/audit/check.ts';
import { differingCounters } from '../../db/audit/differingCounters.ts';
import { findingsAgainstReports } from '../../db/audit/findingsAgainstReports.ts';
import { silentWithoutFinding } from '../../db/audit/silentWithoutFinding.ts';
import { silentWithoutRung } from '../../db/audit/silentWithoutRung.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import type { Queryable } from '../../db/pool.ts';
import { untoldRows } from '../../db/story/untoldRows.ts';
import { planPeriod } from '../../domain/plan/planProcess.ts';
import { DOUBLED_LETTERS, SPLIT_LETTERS } from './letterLoad.ts';

/** Where the register and the plan, run on the recorded facts, do not agree. Empty: they do. */
export interface Disagreement {
  what: string;
  ids: string[];
}

/**
 * Checks a rehearsal's record against the pure plan: the same periods, the same parties in each; the same set of
 * obligation and rung as the plan gives on the recorded times of receipt, locks and decisions; counters equal to a
 * recount; a log without a break, every row of which is told by a story.
 */
export async function checkAgainstPlan(
  queryable: Queryable,
  noticeId: string,
): Promise<Disagreement[]> {
  const differ = async (what: string, check: Check): Promise<Disagreement[]> => {
    const ids = await check(queryable, { noticeId });
    return ids.length === 0 ? [] : [{ what, ids }];
  };
  return [
    ...(await differ('periods that are not as planned', wrongPeriods)),
    ...(await differ('rungs that the record does not justify', unjustifiedRungs)),
    ...(await differ('silent obligations without their rung', silentWithoutRung)),
    ...(await differ('silent obligations without a finding', silentWithoutFinding)),
    ...(await differ('findings about parties that had reported in time', findingsAgainstReports)),
    ...(await differ('letters that somebody got twice', (db, scope) =>
      idsOf(db, DOUBLED_LETTERS, [scope.noticeId]),
    )),
    ...(await differ('letters that one letter should have told of', (db, scope) =>
      idsOf(db, SPLIT_LETTERS, [scope.noticeId]),
    )),
    ...(await differ('counters that differ from a recount', differingCounters)),
    ...(await differ('broken links of the log', brokenLinks)),
    ...(await differ('rows of the log that no story tells', untold)),
  ];
}

/** The ids of one kind of disagreement; those that the auditor asks for too live with it. */
type Check = (queryable: Queryable, scope: { noticeId: string }) => Promise<string[]>;

const brokenLinks: Check = async (queryable, { noticeId }) => {
  const { firstBreak } = await walkLog(queryable, { noticeId });
  return firstBreak === null ? [] : [`${firstBreak}`];
};

const untold: Check = async (queryable, { noticeId }) =>
  (await untoldRows(queryable, noticeId)).map(String);

async function wrongPeriods(
  queryable: Queryable,
  { noticeId }: { noticeId: string },
): Promise<string[]> {
  const { notice } = await readNotice(queryable, noticeId);
  const { rows } = await queryable.query<{
    id: string;
    process_id: string;
    key: string;
    trial: boolean;
    started_at: Instant | null;
    decided: PlannedPeriod | null;
    parties: string[];
  }>(
    `select d.id, d.process_id, d.key, d.trial, r.started_at, a.plan as decided,
       (select array_agg(track || ' ' || party_id order by track, party_id) from obligation o
        where o.period_id = d.id and o.track not like 'supplement-%' and o.track not like 'certificate-%'
          and not exists (select from schedule s where s.id = o.schedule_id and s.reason = 'reassignment')) as parties
     from period d join process r on r.notice_id = d.notice_id and r.id = d.process_id
     left join decided_period a on a.id = d.id where d.notice_id = $1 order by d.id`,
    [noticeId],
  );
  const wrong = rows.filter((row) => {
    const options = row.started_at === null ? {} : { startsAt: row.started_at };
    const plan = row.decided ?? planPeriod(notice, row.process_id, row.key, options);
    const planned = plan.tracks
      .flatMap(({ key, parties }) => parties.map((party) => `${key} ${party}`))
      .sort();
    return (
      plan.trial !== row.trial || planned.join('\n') !== [...(row.parties ?? [])].sort().join('\n')
    );
  });
  return wrong.map(({ id }) => id);
}

const unjustifiedRungs: Check = (queryable, { noticeId }) =>
  idsOf(queryable, UNJUSTIFIED_RUNGS, [noticeId]);

/** A rung is justified while its obligation was open at the time it was taken, on a step that was planned for it. */
const UNJUSTIFIED_RUNGS = `
select c.obligation_id || ' ' || c.rung as id
from climb c join obligation o on o.id = c.obligation_id join period d on d.id = o.period_id
left join submission_obligation so on so.obligation_id = o.id and so.version = 1
left join submission s on s.id = so.submission_id
where c.notice_id = $1 and (d.trial or s.recorded_at < c.taken_at or o.closed_at < c.taken_at
  or exists (select from finding f where f.obligation_id = o.id and f.state = 'withheld' and f.doubts <> '{outline-late}'
    and f.recorded_at = (select max(l.recorded_at) from finding l where l.obligation_id = o.id and l.recorded_at <= c.taken_at)))
order by 1`;
