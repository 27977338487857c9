import type { DigestDraft } from '../../contracts/digest.ts';
import type { DigestParagraph, NoticeHead } from '../../contracts/letters.ts';
import { digest } from '../catalogue/digest.ts';
import { inLanguage } from '../catalogue/phrases.ts';
import { formatDay } from '../format/date.ts';
import { whoIs } from './whoIs.ts';

/** In the last digest: that no other follows, and whoever has not done what is owed, process by process. */
export function leftOpenSection(
  { leftOpen }: DigestDraft,
  { language }: NoticeHead,
): DigestParagraph[] {
  if (leftOpen === undefined) return [];
  const say = inLanguage(digest, language);
  const heading: DigestParagraph = { type: 'heading', text: say.leftOpen };
  if (leftOpen.length === 0) return [heading, { type: 'text', text: say.nothingLeftOpen }];
  const linesOf = ({ title, parties }: (typeof leftOpen)[number]): string[] =>
    parties.map((party) => {
      const days = party.lastDays.map((day) => formatDay(day, language)).join(', ');
      return say.leftOpenLine(title, whoIs(party), days);
    });
  return [
    heading,
    { type: 'text', text: say.leftOpenText },
    { type: 'list', items: leftOpen.flatMap(linesOf) },
  ];
}
