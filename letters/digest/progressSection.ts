import type { DigestDraft } from '../../contracts/digest.ts';
import type { DigestParagraph, NoticeHead } from '../../contracts/letters.ts';
import { common } from '../catalogue/common.ts';
import { attainmentLevels, digest, processStates } from '../catalogue/digest.ts';
import { peaks as peakWords } from '../catalogue/peaks.ts';
import { inLanguage } from '../catalogue/phrases.ts';
import { formatDay } from '../format/date.ts';
import { byDirective } from './byDirective.ts';
import { draftingLines } from './draftingLines.ts';

/** Where each process stands, in figures: what is done, open and overdue. */
export function progressSection(draft: DigestDraft, head: NoticeHead): DigestParagraph[] {
  const { processes } = draft;
  if (processes.length === 0) return [];
  const say = inLanguage(digest, head.language);
  const { directive } = inLanguage(common, head.language);
  return [
    { type: 'heading', text: say.progress },
    {
      type: 'table',
      head: [say.directive, say.process, say.state, say.done, say.open, say.overdue],
      rows: processes
        .toSorted(byDirective)
        .map((process) => [
          /^\d/.test(process.directive) ? process.directive : directive(process.directive),
          process.title,
          processStates[process.state]?.[head.language] ?? process.state,
          String(process.done),
          String(process.open),
          String(process.overdue),
        ]),
    },
    ...draftingLines(draft, head),
    ...peakParagraphs(draft, head),
    ...answerParagraphs(draft, head),
    ...lateParagraphs(draft, head),
  ];
}

/** What a campaign's year asks for, what counts, what lacks and what was carried over from the year before. */
function peakParagraphs({ processes }: DigestDraft, head: NoticeHead): DigestParagraph[] {
  const say = inLanguage(peakWords, head.language);
  return processes.flatMap(({ title, peaks = [] }): DigestParagraph[] => {
    const [first, second] = peaks;
    const running = second ?? first;
    if (running === undefined) return [];
    const carried =
      second !== undefined && first !== undefined && first.carriedOut > 0
        ? [say.carried(first.year, first.carriedOut)]
        : [];
    const sentences = [say.year(running), ...carried].join(' ');
    return [{ type: 'text', text: `${title}. ${sentences}` }];
  });
}

/** How many answered what a programme asks inside these reports. */
function answerParagraphs({ processes }: DigestDraft, head: NoticeHead): DigestParagraph[] {
  const say = inLanguage(digest, head.language);
  return processes.flatMap(({ title, answered = [] }) =>
    answered.map(({ periodKey, reported, answered }): DigestParagraph => {
      const day = formatDay(periodKey, head.language);
      return { type: 'text', text: say.answered(title, day, answered, reported) };
    }),
  );
}

/** Units that are past the day by which they planned to attain a level (clause 3: "không được chậm trễ"). */
function lateParagraphs({ attainment = [] }: DigestDraft, head: NoticeHead): DigestParagraph[] {
  if (attainment.length === 0) return [];
  const { language } = head;
  const say = inLanguage(digest, language);
  const items = attainment.map(({ title, level, plannedOn }) =>
    say.lateUnit(title, attainmentLevels[level][language], formatDay(plannedOn, language)),
  );
  return [
    { type: 'text', text: say.lateUnits },
    { type: 'list', items },
  ];
}
