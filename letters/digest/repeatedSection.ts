import type { DigestDraft, DigestParty } from '../../contracts/digest.ts';
import type { DigestParagraph, NoticeHead } from '../../contracts/letters.ts';
import { digest } from '../catalogue/digest.ts';
import { inLanguage } from '../catalogue/phrases.ts';
import { onePerPerson, whoIs } from './whoIs.ts';

/** Two is the first number of misses that is a row. */
const A_ROW = 2;

/**
 * Who is named for misses in a row, for "nothing to report" in a row, and for a report in the very words of the one
 * before: counted apart, since neither of the latter is silence, and nothing is found of them.
 */
export function repeatedSection(
  draft: DigestDraft,
  head: NoticeHead,
  nothingFrom: number,
): DigestParagraph[] {
  const say = inLanguage(digest, head.language);
  const latest = onePerPerson(draft.reports.toReversed().flatMap(({ parties }) => parties));
  const misses = latest.filter(({ missesInARow }) => missesInARow >= A_ROW);
  const nothing = latest.filter(({ nothingInARow }) => nothingInARow >= nothingFrom);
  const copies = latest.filter(({ copiesInARow = 0 }) => copiesInARow > 0);
  return [
    ...list(say.repeated, misses, (party) =>
      say.repeatedLine(whoIs(party), party.missesInARow, party.missesInAll),
    ),
    ...list(say.nothingRepeated, nothing, (party) =>
      say.nothingLine(whoIs(party), party.nothingInARow),
    ),
    ...list(say.copied, copies, (party) => say.copiedLine(whoIs(party), party.copiesInARow ?? 0)),
  ];
}

function list(
  heading: string,
  parties: DigestParty[],
  line: (party: DigestParty) => string,
): DigestParagraph[] {
  if (parties.length === 0) return [];
  return [
    { type: 'heading', text: heading },
    { type: 'list', items: parties.map(line) },
  ];
}
