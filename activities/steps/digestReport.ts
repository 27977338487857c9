import type { DigestParty, DigestReport } from '../../contracts/digest.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { partyLines } from '../../db/digests/partyLines.ts';
import { readCopies } from '../../db/digests/readCopies.ts';
import type { SourcePeriod } from '../../db/digests/sourcePeriods.ts';
import { readStreaks } from '../../db/findings/readStreaks.ts';
import type { Pool } from '../../db/pool.ts';
import { reportOf } from '../../domain/digest/reportOf.ts';

/** One period in a digest: every party, or those whom an earlier digest left open, with the person's row of misses. */
export async function digestReport(
  pool: Pool,
  notice: Notice,
  { told, ...period }: SourcePeriod,
  now: Instant,
): Promise<DigestReport> {
  const lines = await partyLines(pool, period.periodId, now);
  const copies = await readCopies(pool, period.periodId);
  const misses = await readStreaks(pool, {
    noticeId: notice.id,
    personIds: lines.flatMap(({ personId }) => personId ?? []),
    now,
  });
  const parties = lines.map((line): DigestParty => {
    const streak = misses.get(line.personId ?? '');
    return {
      ...line,
      missesInARow: streak?.missesInARow ?? 0,
      missesInAll: streak?.missesInAll ?? 0,
      nothingInARow: streak?.nothingInARow ?? 0,
      copiesInARow: copies.get(line.partyId) ?? 0,
    };
  });
  return { ...period, ...reportOf(parties, told) };
}
