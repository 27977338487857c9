import type { EarlierProposal } from '../../contracts/digest.ts';
import type { DigestParagraph, NoticeHead } from '../../contracts/letters.ts';
import { digest, handlings } from '../catalogue/digest.ts';
import { decidedHandlings } from '../catalogue/handling.ts';
import { inLanguage } from '../catalogue/phrases.ts';
import { formatDay, formatInstant } from '../format/date.ts';
import { whoIs } from './whoIs.ts';

/** What became of earlier proposals: decided what and by whom, the explanation handed in or not, or nobody decided. */
export function earlierProposals(
  earlier: readonly EarlierProposal[],
  head: NoticeHead,
): DigestParagraph[] {
  if (earlier.length === 0) return [];
  const say = inLanguage(digest, head.language);
  return [
    { type: 'heading', text: say.earlier },
    {
      type: 'table',
      head: [say.who, say.propose, say.became],
      rows: earlier.map((one) => [
        whoIs({ title: one.capacity, holder: one.holder }),
        handlings[one.propose][head.language],
        became(one, head),
      ]),
    },
  ];
}

function became(one: EarlierProposal, head: NoticeHead): string {
  const say = inLanguage(digest, head.language);
  switch (one.became) {
    case 'decided': {
      const what = decidedHandlings[one.handling ?? 'none'][head.language];
      const when = one.settledAt === null ? '' : formatInstant(one.settledAt, head);
      const decided = say.decidedBy(what, one.decidedBy ?? '', when);
      return one.explanation === null ? decided : `${decided}; ${explained(one.explanation, head)}`;
    }
    case 'undecided':
      return say.undecided;
    case 'not-shown':
      return say.notShown;
    case 'no-miss':
      return say.noMiss;
    case 'proposed-anew':
      return say.proposedAnew;
  }
}

function explained(
  explanation: NonNullable<EarlierProposal['explanation']>,
  head: NoticeHead,
): string {
  const say = inLanguage(digest, head.language);
  const { receivedAt, open, lastDay } = explanation;
  if (receivedAt !== null) return say.explained(formatInstant(receivedAt, head));
  return open ? say.notExplained(formatDay(lastDay, head.language)) : say.needNotExplain;
}
