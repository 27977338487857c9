import type { Client } from '@temporalio/client';
import type { AuditFinding } from '../../contracts/audit.ts';
import { auditRegister } from '../../db/audit/auditRegister.ts';
import type { LogSeen } from '../../db/audit/brokenLog.ts';
import { noticesCarriedOut } from '../../db/notices/noticesCarriedOut.ts';
import type { Pool } from '../../db/pool.ts';
import { auditWorkflows } from './auditWorkflows.ts';

export interface Audited {
  findings: AuditFinding[];
  /** how far each notice's log was found whole, and gone through again */
  logSeen: Record<string, LogSeen>;
}

/**
 * Holds the register against the plan, and what runs against the register: every notice of which something was ordered.
 * Nothing is changed.
 * @param parts.client without it Temporal is not asked
 * @param parts.logSeen where each log was left off last; from its first row unless given
 * @param parts.intervalMs how often this is done: each run then goes through a part of every log again, all of it in a day
 */
export async function audit(parts: {
  pool: Pool;
  client?: Client | undefined;
  logSeen?: Record<string, LogSeen>;
  intervalMs?: number;
}): Promise<Audited> {
  const { pool, client } = parts;
  const findings: AuditFinding[] = [];
  const logSeen: Record<string, LogSeen> = {};
  for (const notice of await noticesCarriedOut(pool)) {
    const { id: noticeId, state, now } = notice;
    const found = await auditRegister(pool, {
      noticeId,
      state,
      now,
      logSeen: parts.logSeen?.[noticeId],
      intervalMs: parts.intervalMs,
    });
    findings.push(...found.findings);
    logSeen[noticeId] = found.logSeen;
  }
  if (client) findings.push(...(await auditWorkflows({ pool, client })));
  return { findings, logSeen };
}
