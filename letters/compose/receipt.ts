import type { LetterParams } from '../../contracts/letters/params.ts';
import type { LetterBlock, LetterDocument } from '../../contracts/letters.ts';
import { collection } from '../catalogue/collection.ts';
import { wordsFor } from '../catalogue/deliverables.ts';
import { inLanguage } from '../catalogue/phrases.ts';
import { channels, submissions } from '../catalogue/submissions.ts';
import { capitalise } from '../format/list.ts';
import { capacityRow, letter, noticeRows, type Writing } from './writing.ts';

/** What was taken in, under which number and when; nothing is asked for. */
export function composeReceipt(writing: Writing, params: LetterParams['receipt']): LetterDocument {
  const say = writing.say(submissions);
  const words = wordsFor(params.deliverable ?? 'report');
  const noun = words.noun[writing.head.language];
  const period = writing.periodOf(params, params.matter);
  const what =
    params.kind === 'nothing'
      ? nothingSaid(writing, period, params.deliverable)
      : say.ofPeriod(noun, period);
  const rows = [
    { label: say.receiptNo, value: params.receiptNo },
    ...noticeRows(writing, params.matter, words.inClause),
    capacityRow(writing, params, params.capacities),
    { label: say.what, value: params.version > 1 ? say.version(what, params.version) : what },
    { label: say.receivedAt, value: writing.atOn(params.receivedAt) },
    // what came on paper is entered later than it came; only then are the two told apart
    ...(params.recordedAt === params.receivedAt
      ? []
      : [{ label: say.recordedAt, value: writing.atOn(params.recordedAt) }]),
    { label: say.channel, value: channelName(writing, params.channel) },
    { label: say.timeliness, value: params.late ? say.late : say.onTime },
  ];
  const covers: LetterBlock[] =
    params.capacities.length < 2
      ? []
      : [{ type: 'text', text: say.allCapacities(params.capacities.length) }];
  const { corrects } = params;
  return letter(writing, params, 'information', subjectOf(writing, params, noun), [
    ...(corrects ? putRight(writing, corrects, params) : []),
    { type: 'text', text: say.received(writing.you(params)) },
    { type: 'facts', rows },
    ...covers,
    ...whatFollows(writing, params, words.open[writing.head.language]),
  ]);
}

/** Number and period; what is missing of a dossier is said here too, where whoever is in a hurry reads it. */
function subjectOf(writing: Writing, params: LetterParams['receipt'], noun: string): string {
  const say = writing.say(submissions);
  const { receiptNo, corrects, missing = [], matter } = params;
  const what = capitalise(say.ofPeriod(noun, writing.periodOf(params, matter)));
  const directive = writing.directive(matter.directive);
  if (corrects) return say.correctedSubject(what, receiptNo, directive);
  return missing.length > 0
    ? say.incompleteSubject(what, receiptNo, missing.length, directive)
    : say.receiptSubject(what, receiptNo, directive);
}

/** Why it is another receipt than the one before. */
function putRight(
  writing: Writing,
  { from, until }: NonNullable<LetterParams['receipt']['corrects']>,
  { dueAt, lastDay }: LetterParams['receipt'],
): LetterBlock[] {
  const say = writing.say(submissions);
  const outage = say.corrected(
    writing.atOn(from),
    writing.atOn(until),
    writing.due(dueAt, lastDay),
  );
  return [{ type: 'text', text: outage }];
}

/** Nothing more, unless parts of the dossier are missing: those are named. */
function whatFollows(
  { say, due }: Writing,
  { missing, obligationId, dueAt, lastDay, recordedAt }: LetterParams['receipt'],
  open: string,
): LetterBlock[] {
  const words = say(collection);
  const nothingMore: LetterBlock = { type: 'text', text: say(submissions).whatFollowsReceipt };
  const isOver = Date.parse(recordedAt) >= Date.parse(dueAt);
  if (missing === undefined) return [nothingMore];
  if (missing.length === 0) return [{ type: 'text', text: words.whole }, nothingMore];
  return [
    { type: 'list', title: words.missing, items: missing, numbered: true },
    { type: 'text', text: words.missingFollows(isOver ? null : due(dueAt, lastDay)) },
    ...(obligationId === undefined
      ? []
      : [{ type: 'link' as const, label: open, link: { to: 'report' as const, obligationId } }]),
  ];
}

function channelName({ head }: Writing, channel: string): string {
  const names = inLanguage(channels, head.language);
  return Object.hasOwn(names, channel) ? names[channel as keyof typeof names] : channel;
}

/** What "nothing" was said about: a report, a draft that is agreed to, a proposal that is not made. */
function nothingSaid({ say }: Writing, period: string, deliverable = 'report'): string {
  const words = say(submissions);
  if (deliverable === 'stage-consult') return words.agreed;
  return deliverable.startsWith('stage-')
    ? words.noProposal
    : words.ofPeriod(words.nothing, period);
}
