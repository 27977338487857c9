import type { Instant } from '../../contracts/plan.ts';

/** Instants that open reports share, whose lock is still to be taken. */
export interface ReportsToLock {
  dueAt: Instant;
  lockAt: Instant;
}

/** A certificate of the period, as far as it may speak for reports. */
export interface AskedCertificate {
  /** The due time of the reports it was asked for; it is not given before. */
  certifiesFrom: Instant;
  dueAt: Instant;
  receivedAt: Instant | null;
  isOpen: boolean;
  /** Its own lock was taken: that it was late stands in the record. */
  isLocked: boolean;
}

export interface CertificateChanges<Reports, Certificate> {
  /** `moves` is an open certificate that speaks for them from now on; null: the office owes a further one. */
  asked: { reports: Reports; moves: Certificate | null }[];
  /** Open, and nobody's reports wait for it any more. */
  needless: Certificate[];
}

/**
 * What has to be asked of the office once reports have moved (the domain's "Self-doubt before blame"): silence counts
 * only after a word that is not older than the reports' own due time. A word already given is enough where it is not;
 * one that was asked for these very reports stays asked.
 */
export function certificatesToAsk<
  Reports extends ReportsToLock,
  Certificate extends AskedCertificate,
>(
  reports: readonly Reports[],
  certificates: readonly Certificate[],
): CertificateChanges<Reports, Certificate> {
  const isGiven = ({ dueAt }: ReportsToLock) =>
    certificates.some(({ receivedAt }) => receivedAt !== null && receivedAt >= dueAt);
  const speaksFor = (certificate: AskedCertificate, { dueAt, lockAt }: ReportsToLock) =>
    certificate.isOpen && certificate.certifiesFrom === dueAt && certificate.dueAt >= lockAt;

  const waiting = reports.filter((one) => !isGiven(one));
  const unasked = waiting.filter((one) => !certificates.some((each) => speaksFor(each, one)));
  const free = certificates.filter(
    (each) => each.isOpen && !each.isLocked && !waiting.some((one) => speaksFor(each, one)),
  );
  const asked: CertificateChanges<Reports, Certificate>['asked'] = [];
  for (const one of unasked) {
    const isSame = (other: ReportsToLock) =>
      other.dueAt === one.dueAt && other.lockAt === one.lockAt;
    if (asked.some(({ reports: other }) => isSame(other))) continue;
    const sameReports = free.find(({ certifiesFrom }) => certifiesFrom === one.dueAt);
    const moves = sameReports ?? free[0] ?? null;
    if (moves !== null) free.splice(free.indexOf(moves), 1);
    asked.push({ reports: one, moves });
  }
  return { asked, needless: free };
}
