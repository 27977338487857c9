import type { DigestDraft } from '../../contracts/digest.ts';
import type { DigestParagraph, NoticeHead } from '../../contracts/letters.ts';
import { digest, handlings } from '../catalogue/digest.ts';
import { inLanguage } from '../catalogue/phrases.ts';
import { whoIs } from './whoIs.ts';

/** What is proposed about whom (the notice: "xử lý những cán bộ không triển khai thực hiện theo quy định"); the chair decides each. */
export function proposalSection({ proposals }: DigestDraft, head: NoticeHead): DigestParagraph[] {
  const say = inLanguage(digest, head.language);
  const heading: DigestParagraph = { type: 'heading', text: say.proposals };
  if (proposals.length === 0) return [heading, { type: 'text', text: say.noProposals }];
  return [
    heading,
    {
      type: 'table',
      head: [say.who, say.inARow, say.propose],
      rows: proposals.map(({ holder, capacity, missesInARow, propose }) => [
        whoIs({ title: capacity, holder }),
        String(missesInARow),
        handlings[propose][head.language],
      ]),
    },
    { type: 'text', text: say.proposalsAreYours },
  ];
}
