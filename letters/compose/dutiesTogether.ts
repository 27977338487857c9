import type { DutiesTogether, DutyLetter } from '../../contracts/letters/duties.ts';
import type { LetterBlock, LetterDocument } from '../../contracts/letters.ts';
import { together } from '../catalogue/together.ts';
import { dossierBlocks } from './collectionParts.ts';
import {
  dateNotes,
  dutyLink,
  dutyRows,
  dutyWords,
  insteadBlock,
  isLocked,
  otherWays,
  outlineIsThere,
  severalCapacities,
  stillInTime,
  whatFollows,
} from './dutyParts.ts';
import { letter, noticeRow, type Writing } from './writing.ts';

type Kind = 'remind' | 'overdue';

/**
 * One letter for all that one receiver is reminded of at one instant, or that is overdue: each with its clause, its
 * dates, its own link and what follows if nothing comes.
 */
export function composeTogether(
  writing: Writing,
  kind: Kind,
  params: DutiesTogether,
): LetterDocument {
  const say = writing.say(together);
  const [subject, ask] =
    kind === 'remind' ? [say.remindSubject, say.remindAsk] : [say.overdueSubject, say.overdueAsk];
  const duties = params.together;
  const directives = new Set(duties.map(({ matter }) => writing.directive(matter.directive)));
  const subjectLine = subject(duties.length, [...directives].join(', '));
  return letter(writing, params, 'reminder', subjectLine, [
    ...insteadBlock(writing, params),
    { type: 'text', text: ask(writing.you(params), duties.length) },
    { type: 'text', text: say.sentMeanwhile },
    { type: 'facts', rows: [noticeRow(writing)] },
    ...duties.flatMap((one, index) => dutyBlocks(writing, kind, one, index + 1)),
    ...(kind === 'remind' ? waysToReport(writing, duties) : []),
  ]);
}

function dutyBlocks(writing: Writing, kind: Kind, params: DutyLetter, no: number): LetterBlock[] {
  const words = dutyWords(writing, params);
  const isOverdue = kind === 'overdue';
  return [
    { type: 'heading', text: writing.say(together).item(no, ...words.subject) },
    { type: 'facts', rows: dutyRows(writing, params, words) },
    ...severalCapacities(writing, params, words),
    ...dossierBlocks(writing, params, false),
    ...dateNotes(writing, params),
    ...(isOverdue ? [] : outlineIsThere(writing, params)),
    ...dutyLink(writing, params),
    ...(isOverdue || isReport(params) ? [] : otherWays(writing, params)),
    ...(isOverdue ? stillInTime(writing, params) : []),
    ...whatFollows(writing, params, words, isOverdue && isLocked(params)),
  ];
}

/** How else a report may come: said once where several are owed. */
function waysToReport(writing: Writing, duties: readonly DutyLetter[]): LetterBlock[] {
  const report = duties.find(isReport);
  return report ? otherWays(writing, report) : [];
}

const isReport = ({ deliverable }: DutyLetter): boolean => deliverable === 'report';
