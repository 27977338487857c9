import type { DigestDraft } from '../../contracts/digest.ts';
import type { DigestParagraph, NoticeHead } from '../../contracts/letters.ts';
import { digest, handlings } from '../catalogue/digest.ts';
import { inLanguage } from '../catalogue/phrases.ts';
import { earlierProposals } from './earlierProposals.ts';
import { whoIs } from './whoIs.ts';

/**
 * What is proposed about whom (the notice: "xử lý những cán bộ không triển khai thực hiện theo quy định"), which the
 * chair decides one by one, and what became of what was proposed before.
 */
export function proposalSection(
  { proposals, earlier = [] }: DigestDraft,
  head: NoticeHead,
): DigestParagraph[] {
  const say = inLanguage(digest, head.language);
  const stand = proposals.filter(({ withdrawn }) => !withdrawn);
  const withdrawn = proposals.filter((one) => one.withdrawn);
  return [
    { type: 'heading', text: say.proposals },
    ...proposed(stand, head),
    ...withdrawn.map(
      (one): DigestParagraph => ({
        type: 'text',
        text: say.withdrawnSince(whoIs({ ...one, title: one.capacity })),
      }),
    ),
    ...earlierProposals(earlier, head),
  ];
}

function proposed(proposals: DigestDraft['proposals'], head: NoticeHead): DigestParagraph[] {
  const say = inLanguage(digest, head.language);
  if (proposals.length === 0) return [{ type: 'text', text: say.noProposals }];
  return [
    {
      type: 'table',
      head: [say.who, say.process, say.inARow, say.inAll, say.propose],
      rows: proposals.map(
        ({ holder, capacity, missedIn = [], missesInARow, missesInAll, propose }) => [
          whoIs({ title: capacity, holder }),
          missedIn.join('; '),
          String(missesInARow),
          missesInAll === undefined ? '' : String(missesInAll),
          handlings[propose][head.language],
        ],
      ),
    },
    { type: 'text', text: say.proposalsAreYours },
  ];
}
