import type { AuditFinding } from '../../contracts/audit.ts';
import type { Instant } from '../../contracts/plan.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What one finding is told by: its code and notice. Its ids change while it lasts (letters that pile up). */
export const keyOf = ({ code, notice }: Pick<AuditFinding, 'code' | 'notice'>): string =>
  `${code} ${notice ?? ''}`.trim();

/**
 * Whether admins are to be written to about these findings: at once about one that is new, and once a day while it
 * lasts. One that was away for a run and comes back is new, at most once an hour; one that nobody could be told is
 * tried again at each run.
 * @returns the keys that make it worth a mail; none: no mail
 */
export function whatToTell(facts: {
  findings: readonly AuditFinding[];
  /** keys of the run before */
  before: ReadonlySet<string>;
  /** when each key was last told */
  told: Readonly<Record<string, Instant>>;
  now: Instant;
}): string[] {
  const { findings, before, told, now } = facts;
  return [...new Set(findings.map(keyOf))].filter((key) => {
    const at = told[key];
    if (at === undefined) return true;
    const passed = Date.parse(now) - Date.parse(at);
    return passed >= DAY_MS || (!before.has(key) && passed >= HOUR_MS);
  });
}
