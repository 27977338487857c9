import { type AuditFinding, findingOf, type RegisterCode } from '../../contracts/audit.ts';
import type { Instant } from '../../contracts/plan.ts';
import { rowsAgain } from '../../domain/audit/rowsAgain.ts';
import { readNotice } from '../notices/readNotice.ts';
import type { Queryable } from '../pool.ts';
import { type LogSeen, lookThroughLog } from './brokenLog.ts';
import type { RegisterCheck } from './check.ts';
import { differingCounters } from './differingCounters.ts';
import { findingsAgainstReports } from './findingsAgainstReports.ts';
import { locksNotTaken } from './locksNotTaken.ts';
import { missingHolidayTables } from './missingHolidayTables.ts';
import { officesWithNobody } from './officesWithNobody.ts';
import { silentWithoutFinding } from './silentWithoutFinding.ts';
import { silentWithoutRung } from './silentWithoutRung.ts';
import { stepsNotTaken } from './stepsNotTaken.ts';
import { unreachablePositions } from './unreachablePositions.ts';
import { unsentLetters } from './unsentLetters.ts';
import { untoldWakeUps } from './untoldWakeUps.ts';

/** Every check but that of the log, which remembers how far it came. */
const CHECKS: Record<Exclude<RegisterCode, 'log-broken'>, RegisterCheck> = {
  'silent-without-finding': silentWithoutFinding,
  'silent-without-rung': silentWithoutRung,
  'finding-against-report': findingsAgainstReports,
  'lock-not-taken': locksNotTaken,
  'step-not-taken': stepsNotTaken,
  'letter-unsent': unsentLetters,
  'wake-up-untold': untoldWakeUps,
  'counter-differs': differingCounters,
  'holiday-table-missing': missingHolidayTables,
  'recipient-unreachable': unreachablePositions,
  'office-has-nobody': officesWithNobody,
};

/** What concerns letters and days that are still to come, and so a closed notice no more. */
const OF_WHAT_IS_TO_COME: ReadonlySet<string> = new Set<RegisterCode>([
  'holiday-table-missing',
  'recipient-unreachable',
  'office-has-nobody',
]);

/**
 * Runs every check over one notice that is carried out, at its own present instant.
 * @param audited.logSeen where its log was left off last; from its first row unless given
 * @param audited.intervalMs how often this is done; then what was seen of the log before is gone through again, in a day
 */
export async function auditRegister(
  queryable: Queryable,
  audited: {
    noticeId: string;
    state?: 'running' | 'closed';
    now: Instant;
    logSeen?: LogSeen | undefined;
    intervalMs?: number | undefined;
  },
): Promise<{ findings: AuditFinding[]; logSeen: LogSeen }> {
  const { noticeId, state = 'running', now, logSeen, intervalMs } = audited;
  const { notice } = await readNotice(queryable, noticeId);
  const findings: AuditFinding[] = [];
  for (const [code, check] of Object.entries(CHECKS)) {
    if (state === 'closed' && OF_WHAT_IS_TO_COME.has(code)) continue;
    const ids = await check(queryable, { noticeId, notice, now });
    findings.push(...findingOf(code as RegisterCode, noticeId, ids));
  }
  const again = intervalMs === undefined ? 0 : rowsAgain(logSeen?.seq ?? 0, intervalMs);
  const walked = await lookThroughLog(queryable, { noticeId, seen: logSeen, again });
  if (walked.firstBreak !== null) {
    findings.push(...findingOf('log-broken', noticeId, [`${walked.firstBreak}`]));
  }
  return { findings, logSeen: walked.seen };
}
