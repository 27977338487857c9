import type { Client } from '@temporalio/client';
import type { AuditFinding } from '../../contracts/audit.ts';
import { asOnlyAuditor } from '../../db/audit/asOnlyAuditor.ts';
import { enterRun, lastRun, lastTold, noteTold } from '../../db/audit/runs.ts';
import type { Pool } from '../../db/pool.ts';
import { keyOf, whatToTell } from '../../domain/audit/whatToTell.ts';
import { everySoOften } from '../everySoOften.ts';
import { audit } from './audit.ts';

export interface AuditorOptions {
  pool: Pool;
  client: Client;
  /** How often, on the machine's clock, among all workers together. */
  intervalMs: number;
  /** Writes to admins; answers whether anybody was reached. Not given: nobody is written to. */
  tell: ((findings: AuditFinding[]) => Promise<boolean>) | undefined;
  say: (line: string) => void;
  signal: AbortSignal;
  /** Called after each run of this worker. */
  audited?: (findings: AuditFinding[]) => void;
}

/** Another worker's run that is younger than this share of the interval counts as this turn's. */
const SHARE = 0.9;

/**
 * Audits every so often, first an interval after the start: what an outage has put off is then made good. Of several
 * workers one does it; which one changes by chance.
 */
export async function auditRegularly(options: AuditorOptions): Promise<void> {
  const { pool, intervalMs, signal, say } = options;
  await everySoOften({ name: 'the auditor', intervalMs, first: 'later', signal, say }, async () => {
    await asOnlyAuditor(pool, () => auditOnce(options));
  });
}

async function auditOnce({
  pool,
  client,
  intervalMs,
  tell,
  audited,
}: AuditorOptions): Promise<void> {
  const last = await lastRun(pool, intervalMs * SHARE);
  if (last && !last.isOlder) return;
  const { findings, logSeen } = await audit({
    pool,
    client,
    logSeen: last?.logSeen ?? {},
    intervalMs,
  });
  const run = await enterRun(pool, { findings, logSeen });
  const keys = whatToTell({
    findings,
    before: new Set((last?.findings ?? []).map(keyOf)),
    told: await lastTold(pool),
    now: new Date().toISOString(),
  });
  if (tell && keys.length > 0 && (await tell(findings))) {
    // all that the mail held is told by it, not only what made it worth one
    await noteTold(pool, run, [...new Set(findings.map(keyOf))]);
  }
  audited?.(findings);
}
