import { type AuditFinding, type AuditRun, countByCode } from '../../contracts/audit.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';
import type { LogSeen } from './brokenLog.ts';

/** What the next run of the auditor has to know of those before it. */
export interface LastRun extends AuditRun {
  logSeen: Record<string, LogSeen>;
}

const COLUMNS = 'id, at, counts, findings';

/** The newest runs, the newest first. */
export async function listRuns(queryable: Queryable, limit: number): Promise<AuditRun[]> {
  const { rows } = await queryable.query<AuditRun>(
    `select ${COLUMNS} from audit_run order by at desc, id desc limit $1`,
    [limit],
  );
  return rows;
}

/** The newest run, and whether it is older than so long on the machine's clock; null before the first. */
export async function lastRun(
  queryable: Queryable,
  olderThanMs: number,
): Promise<(LastRun & { isOlder: boolean }) | null> {
  const { rows } = await queryable.query<LastRun & { isOlder: boolean }>(
    `select ${COLUMNS}, log_seen as "logSeen", at < clock_timestamp() - $1 * interval '1 millisecond' as "isOlder"
     from audit_run order by at desc, id desc limit 1`,
    [olderThanMs],
  );
  return rows[0] ?? null;
}

/** When admins were last written about each thing, in the last two days. */
export async function lastTold(queryable: Queryable): Promise<Record<string, Instant>> {
  const { rows } = await queryable.query<{ key: string; at: Instant }>(
    `select key, max(at) as at from audit_run, unnest(told) as key
     where at > clock_timestamp() - interval '2 days' group by key`,
  );
  return Object.fromEntries(rows.map(({ key, at }) => [key, at]));
}

/** Enters a run, and forgets those of more than ninety days. @returns its id */
export async function enterRun(
  queryable: Queryable,
  run: { findings: AuditFinding[]; logSeen: Record<string, LogSeen> },
): Promise<number> {
  await queryable.query(`delete from audit_run where at < clock_timestamp() - interval '90 days'`);
  const { rows } = await queryable.query<{ id: number }>(
    'insert into audit_run (counts, findings, log_seen) values ($1, $2, $3) returning id',
    [
      JSON.stringify(countByCode(run.findings)),
      JSON.stringify(run.findings),
      JSON.stringify(run.logSeen),
    ],
  );
  const [entered] = rows;
  if (!entered) throw new Error('the register answered an inserted run with no row');
  return entered.id;
}

/** Notes what admins were written about after a run. */
export async function noteTold(queryable: Queryable, run: number, told: string[]): Promise<void> {
  await queryable.query('update audit_run set told = $2 where id = $1', [run, told]);
}
