import { z } from 'zod';

/** What the auditor can find in the register alone. */
export const REGISTER_CODES = [
  'silent-without-finding',
  'silent-without-rung',
  'finding-against-report',
  'lock-not-taken',
  'step-not-taken',
  'letter-unsent',
  'wake-up-untold',
  'counter-differs',
  'log-broken',
  'holiday-table-missing',
  'recipient-unreachable',
  'office-has-nobody',
] as const;

/** What it can find where it may ask Temporal too. */
export const WORKFLOW_CODES = [
  'workflow-missing',
  'workflow-left-over',
  'workflow-stands-still',
  'activity-keeps-failing',
  'temporal-unreachable',
] as const;

export const AuditCode = z.enum([...REGISTER_CODES, ...WORKFLOW_CODES]);
export type AuditCode = z.infer<typeof AuditCode>;
export type RegisterCode = (typeof REGISTER_CODES)[number];

/** Something that is not as it should be, in one notice: ids and codes, never a name, an address or a text. */
export const AuditFinding = z.object({
  code: AuditCode,
  /** null: of the engine as a whole */
  notice: z.string().nullable(),
  /** the first of them; `n` says how many there are */
  ids: z.array(z.string()),
  n: z.int().positive(),
});
export type AuditFinding = z.infer<typeof AuditFinding>;

const MOST_IDS = 20;

/** A finding about these ids, of which it names the first; none where there are none. */
export function findingOf(
  code: AuditCode,
  notice: string | null,
  ids: readonly string[],
): AuditFinding[] {
  return ids.length === 0 ? [] : [{ code, notice, ids: ids.slice(0, MOST_IDS), n: ids.length }];
}

/** How much each code found. */
export function countByCode(findings: readonly AuditFinding[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code, n } of findings) counts[code] = (counts[code] ?? 0) + n;
  return counts;
}

/** One run of the auditor, as the register keeps it. */
export const AuditRun = z.object({
  id: z.int(),
  at: z.string(),
  counts: z.record(z.string(), z.int()),
  findings: z.array(AuditFinding),
});
export type AuditRun = z.infer<typeof AuditRun>;
