import type { DigestParty, DigestReport } from '../../contracts/digest.ts';

/**
 * One period in a digest, from all its parties as they stand now. `told` are the obligations of which an earlier digest
 * has had the last word: the others alone are told and counted, so that no figure stands in two digests, beside the
 * whole period as it has become. Null where no digest has drawn on the period yet: everybody is told.
 */
export function reportOf(
  parties: readonly DigestParty[],
  told: readonly string[] | null,
): Pick<DigestReport, 'totals' | 'parties' | 'again'> {
  if (told === null) return { totals: totalsOf(parties), parties: [...parties] };
  const before = new Set(told);
  const left = parties.filter(({ obligationId }) => !before.has(obligationId));
  return { totals: totalsOf(left), parties: left, again: { whole: totalsOf(parties) } };
}

function totalsOf(parties: readonly DigestParty[]): DigestReport['totals'] {
  const count = (...statuses: DigestParty['status'][]): number =>
    parties.filter(({ status }) => statuses.includes(status)).length;
  return {
    owed: parties.length,
    onTime: count('on-time'),
    late: count('late'),
    missing: count('missing'),
    excused: count('excused'),
    other: count('extended', 'paused', 'awaiting', 'other'),
    nothing: parties.filter(({ nothing }) => nothing).length,
  };
}
