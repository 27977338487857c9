import type { AuditFinding } from '../../contracts/audit.ts';
import { audit, auditCodes } from '../catalogue/audit.ts';
import { inLanguage, type Language } from '../catalogue/phrases.ts';

/** The auditor's mail to an admin: plain text in Vietnamese and in English, ids and codes only. */
export function auditReport(
  findings: readonly AuditFinding[],
  baseUrl: string,
): { subject: string; text: string } {
  const subjects = (['vi', 'en'] as const).map((one) =>
    inLanguage(audit, one).subject(findings.length),
  );
  return {
    subject: subjects.join(' / '),
    text: `${told(findings, baseUrl, 'vi')}\n\n--\n\n${told(findings, baseUrl, 'en')}\n`,
  };
}

function told(findings: readonly AuditFinding[], baseUrl: string, language: Language): string {
  const words = inLanguage(audit, language);
  return [
    words.lead,
    ...findings.map((one) => findingLines(one, language)),
    words.follows(baseUrl),
  ].join('\n\n');
}

/** A finding as it is told: what it means, where, how many, and the first ids. */
export function findingLines({ code, notice, ids, n }: AuditFinding, language: Language): string {
  const words = inLanguage(audit, language);
  const more = n - ids.length;
  return [
    `${code} (${notice ?? words.whole}): ${n}`,
    `  ${auditCodes[code][language]}.`,
    ...ids.map((id) => `  - ${id}`),
    ...(more > 0 ? [`  ${words.more(more)}`] : []),
  ].join('\n');
}
