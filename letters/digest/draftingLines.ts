import type { DigestDraft } from '../../contracts/digest.ts';
import type { DigestParagraph, NoticeHead } from '../../contracts/letters.ts';
import { draftingProgress } from '../catalogue/draftingProgress.ts';
import { inLanguage } from '../catalogue/phrases.ts';
import { formatDay } from '../format/date.ts';
import { formatList } from '../format/list.ts';
import { byDirective } from './byDirective.ts';

/** The documents that are drafted, one line each: the stage at hand, its day, comments and targets. */
export function draftingLines(
  { processes }: DigestDraft,
  { language }: NoticeHead,
): DigestParagraph[] {
  const say = inLanguage(draftingProgress, language);
  const items = processes.toSorted(byDirective).flatMap(({ title, state, drafting }) => {
    if (drafting === undefined) return [];
    const { stage, noProposal, openComments, targets } = drafting;
    const where = noProposal
      ? say.noProposal
      : stage === null || state === 'done'
        ? say.allIn
        : say.stage(stage.title, formatDay(stage.lastDay, language), stage.isLate);
    const comments = openComments === 0 ? [] : [say.openComments(openComments)];
    const goals = targets.map((one) => say.target(one.title, one, formatList(one.who, language)));
    return [`${title}: ${[where, ...comments, ...goals].join('; ')}.`];
  });
  if (items.length === 0) return [];
  return [
    { type: 'text', text: say.heading },
    { type: 'list', items },
  ];
}
