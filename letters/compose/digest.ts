import type { LetterParams } from '../../contracts/letters/params.ts';
import type { DigestParagraph, LetterBlock, LetterDocument } from '../../contracts/letters.ts';
import { common } from '../catalogue/common.ts';
import { digestLetter } from '../catalogue/digest.ts';
import { letter, type Writing } from './writing.ts';

/** The digest as the office released it, to the chair. */
export function composeDigest(writing: Writing, params: LetterParams['digest']): LetterDocument {
  const say = writing.say(digestLetter);
  const day = writing.day(params.day);
  return letter(writing, params, 'information', say.subject(day), [
    { type: 'text', text: say.intro(writing.head.office, day) },
    ...params.paragraphs.map(asBlock),
    ...(params.hasProposals ? [{ type: 'text', text: say.whatFollows } as const] : []),
    { type: 'link', label: writing.say(common).openDesk, link: { to: 'desk' } },
  ]);
}

function asBlock(paragraph: DigestParagraph): LetterBlock {
  switch (paragraph.type) {
    case 'heading':
    case 'text':
    case 'table':
    case 'list':
      return paragraph;
  }
}
