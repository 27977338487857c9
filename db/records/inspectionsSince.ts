import type { DigestDraft } from '../../contracts/digest.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** So much of what an inspection found stands in a digest; the whole is in the register. */
const MOST_CHARACTERS = 300;

/**
 * The inspections of a notice that were recorded since the last digest before this one (from the first where there is
 * none), in the order of their days: one that is recorded late stands in the next digest, and each in one alone.
 */
export async function inspectionsSince(
  queryable: Queryable,
  query: { noticeId: string; digestProcess: string; digestPeriodId: string; now: Instant },
): Promise<NonNullable<DigestDraft['inspections']>> {
  const { rows } = await queryable.query<NonNullable<DigestDraft['inspections']>[number]>(
    `select p.title, i.inspected_on as "inspectedOn", i.inspected_by as "inspectedBy",
       case when length(i.findings) > $5 then rtrim(left(i.findings, $5)) || '…' else i.findings end as findings
     from inspection i join party p on p.notice_id = i.notice_id and p.id = i.party_id
     where i.notice_id = $1 and i.recorded_at <= $4 and i.recorded_at > coalesce((
       select max(g.drafted_at) from digest g join period d on d.id = g.period_id
       where g.notice_id = $1 and d.process_id = $2 and g.period_id <> $3), '-infinity')
     order by i.inspected_on, i.recorded_at, i.id`,
    [query.noticeId, query.digestProcess, query.digestPeriodId, query.now, MOST_CHARACTERS],
  );
  return rows;
}
