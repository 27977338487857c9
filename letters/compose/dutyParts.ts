import type { DutyLetter } from '../../contracts/letters/duties.ts';
import type { LetterBlock } from '../../contracts/letters.ts';
import { common } from '../catalogue/common.ts';
import { wordsFor } from '../catalogue/deliverables.ts';
import { drafting } from '../catalogue/drafting.ts';
import { duty } from '../catalogue/duty.ts';
import { formatDateNote } from '../format/dateNote.ts';
import { capitalise } from '../format/list.ts';
import { capacityRow, clauseRows, noticeRow, quoteOf, type Writing } from './writing.ts';

/** What a letter about something owed says in the same way whatever its kind. */
export interface DutyWords {
  /** 'báo cáo' */
  noun: string;
  /** what is owed in full, as the notice file says it */
  asks: string;
  due: string;
  you: string;
  /** 'Báo cáo', 'kỳ 14/12/2020', 'Kết luận số 5 (kỳ làm thử)': the parts of a subject */
  subject: [what: string, period: string, directive: string];
  inClause: boolean;
}

/** The words of one duty. */
export function dutyWords(writing: Writing, params: DutyLetter): DutyWords {
  const { language } = writing.head;
  const words = wordsFor(params.deliverable);
  const noun = words.noun[language];
  const period = writing.periodOf(params, params.matter);
  const named = params.periodKey === undefined || params.matter.once ? null : period;
  const mark = params.trial ? writing.say(duty).trialMark : '';
  return {
    noun,
    asks: words.asks ? words.asks[language](named, params.matter.asks) : params.matter.asks,
    due: writing.due(params.dueAt, params.lastDay),
    you: writing.you(params),
    subject: [capitalise(noun), period, `${writing.directive(params.matter.directive)}${mark}`],
    inClause: words.inClause && params.matter.sentence !== null,
  };
}

/** The post that the letter stands in for, where it goes to the office instead. */
export function insteadBlock(
  { say }: Writing,
  { insteadOf }: Pick<DutyLetter, 'insteadOf'>,
): LetterBlock[] {
  if (insteadOf === null) return [];
  return [{ type: 'text', text: say(duty).instead(insteadOf), strong: true }];
}

type Row = { label: string; value: string };

/** Notice, clause, what, in which capacities, until when; `further` rows stand before the dates. */
export function dutyFacts(
  writing: Writing,
  params: DutyLetter,
  words: DutyWords,
  further: Row[] = [],
): LetterBlock[] {
  const rows = [noticeRow(writing), ...dutyRows(writing, params, words, further)];
  return [{ type: 'facts', rows }, ...severalCapacities(writing, params, words)];
}

/** The facts of one duty apart from the notice. */
export function dutyRows(
  writing: Writing,
  params: DutyLetter,
  words: DutyWords,
  further: Row[] = [],
): Row[] {
  const labels = writing.say(common);
  const capacities = params.owed.map(({ capacity }) => capacity);
  return [
    ...clauseRows(writing, params.matter, words.inClause),
    { label: labels.whatIsDue, value: words.asks },
    ...stageRows(writing, params),
    capacityRow(writing, params, capacities),
    ...further,
    { label: labels.due, value: words.due },
    ...(params.lockAt === null || params.lockAt === params.dueAt
      ? []
      : [{ label: labels.lock, value: writing.atOn(params.lockAt) }]),
  ];
}

/** One report covers all capacities of a person. */
export function severalCapacities(
  { say }: Writing,
  { owed }: DutyLetter,
  { you, noun }: DutyWords,
): LetterBlock[] {
  if (owed.length < 2) return [];
  return [{ type: 'text', text: say(common).severalCapacities(you, owed.length, noun) }];
}

/** Which stage of a drafting it is, and whom and which session the document is for. */
function stageRows({ say }: Writing, { stage }: DutyLetter): Row[] {
  if (stage === undefined) return [];
  const words = say(drafting);
  return [
    { label: words.stage, value: stage.title },
    { label: words.receivers, value: stage.receivers.join('; ') },
    ...(stage.session === null ? [] : [{ label: words.session, value: stage.session }]),
  ];
}

/** What became of the stage before, and how many comments there are to be answered. */
export function stageSoFar({ say }: Writing, { stage }: DutyLetter): LetterBlock[] {
  if (stage === undefined) return [];
  const words = say(drafting);
  const { before, comments } = stage;
  const said = [
    ...(before === null
      ? []
      : [before.isDone ? words.beforeDone(before.title) : words.beforeOpen(before.title)]),
    ...(comments === null ? [] : [words.comments(comments.made, comments.open)]),
  ];
  return said.map((text) => ({ type: 'text', text }));
}

/** The clause quoted, only for what the clause asks. */
export const dutyQuote = (writing: Writing, params: DutyLetter, words: DutyWords): LetterBlock[] =>
  words.inClause ? quoteOf(writing, params.matter) : [];

/** Why the dates are what they are. A trial period is told in full where the letter says what follows. */
export function dateNotes({ head, say }: Writing, { notes }: DutyLetter): LetterBlock[] {
  if (notes.length === 0) return [];
  const items = [...new Set(notes.map((note) => formatDateNote(note, head)))];
  return [{ type: 'list', title: say(common).aboutDates, items }];
}

/**
 * What follows where nothing comes: the lock, whom it climbs to, and the notice's own words on silence where it has
 * any. `isLocked`: the letter goes out when silence counts already.
 */
export function whatFollows(
  writing: Writing,
  params: DutyLetter,
  words: DutyWords,
  isLocked = false,
): LetterBlock[] {
  const say = writing.say(duty);
  if (params.trial) return [{ type: 'text', text: say.trial }];
  if (params.lockAt === null) return [{ type: 'text', text: say.neverLocked(words.noun) }];
  const lock =
    params.lockAt === params.dueAt
      ? writing.due(params.dueAt, params.lastDay)
      : writing.atOn(params.lockAt);
  const [first, ...then] = params.climbsTo;
  const climbsTo = first === undefined ? null : say.inTurn(first, then);
  const told = isLocked
    ? say.recordedNow(words.noun, climbsTo)
    : climbsTo === null
      ? say.whatFollowsAlone(words.noun, lock)
      : say.whatFollows(words.noun, lock, climbsTo);
  const gate = params.deliverable === 'certificate' ? [say.gated] : [];
  const quoted =
    params.words === null
      ? []
      : [say.words(writing.directive(params.matter.directive), words.noun, params.words)];
  return [...gate, told, ...quoted].map((text) => ({ type: 'text', text }));
}

/** The outline went out with the prompt and is not repeated. */
export const outlineIsThere = ({ say }: Writing, { deliverable }: DutyLetter): LetterBlock[] =>
  deliverable === 'report' ? [{ type: 'text', text: say(duty).outlineIsThere }] : [];

/** Overdue, and not yet locked: until then nothing is told to anybody above. */
export function stillInTime(writing: Writing, params: DutyLetter): LetterBlock[] {
  const { lockAt, trial, climbsTo } = params;
  if (trial || lockAt === null || isLocked(params) || climbsTo.length === 0) return [];
  return [{ type: 'text', text: writing.say(duty).stillInTime(writing.atOn(lockAt)) }];
}

/** Whether silence counts already once it is due. */
export const isLocked = ({ lockAt, dueAt }: DutyLetter): boolean =>
  lockAt !== null && lockAt <= dueAt;

/** One link: a single page takes all capacities at once. */
export function dutyLink({ head }: Writing, params: DutyLetter): LetterBlock[] {
  const [first] = params.owed;
  if (!first) return [];
  const label = wordsFor(params.deliverable).open[head.language];
  return [{ type: 'link', label, link: { to: 'report', obligationId: first.obligationId } }];
}

/** How else a report may come, for those who report. */
export function otherWays({ head, say }: Writing, params: DutyLetter): LetterBlock[] {
  const words = say(common);
  if (params.stage?.optional && params.deliverable !== 'stage-consult')
    return [{ type: 'text', text: say(drafting).optional }];
  if (params.deliverable === 'report') {
    return [
      { type: 'text', text: words.nothingToReport },
      { type: 'text', text: words.otherChannels(head.office) },
    ];
  }
  return [];
}
