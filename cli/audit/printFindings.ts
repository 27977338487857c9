import type { AuditFinding } from '../../contracts/audit.ts';
import { findingLines } from '../../letters/compose/auditReport.ts';

/** What the auditor found, as a terminal shows it. */
export function printFindings(findings: readonly AuditFinding[]): string {
  if (findings.length === 0) return 'The auditor found nothing.';
  return findings.map((one) => `FOUND: ${findingLines(one, 'en')}`).join('\n');
}
