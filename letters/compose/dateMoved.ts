import type { LetterParams } from '../../contracts/letters/params.ts';
import type { LetterBlock, LetterDocument } from '../../contracts/letters.ts';
import { common } from '../catalogue/common.ts';
import { dateMoved } from '../catalogue/dateMoved.ts';
import { wordsFor } from '../catalogue/deliverables.ts';
import { formatWeekday } from '../format/date.ts';
import { capitalise } from '../format/list.ts';
import { letter, noticeRows, type Writing } from './writing.ts';

type Params = LetterParams['date-moved'];

/** Dates of the notice have moved, or a pause has moved them: one letter for everything that one person owes, each old day beside the new. */
export function composeDateMoved(writing: Writing, params: Params): LetterDocument {
  const say = writing.say(dateMoved);
  const labels = writing.say(common);
  const { moved, gone } = params;
  const [first] = [...moved, ...gone];
  const facts: LetterBlock = {
    type: 'facts',
    rows: [
      ...(first ? noticeRows(writing, first.matter, false).slice(0, 1) : []),
      { label: labels.decidedBy, value: params.by },
      { label: labels.reason, value: params.reason },
    ],
  };
  return letter(writing, params, 'information', subjectOf(writing, params), [
    { type: 'text', text: openingOf(writing, params) },
    facts,
    ...movedTable(writing, moved),
    ...goneTable(writing, gone),
    ...moved.map(
      ({ owed, lastDay, ...item }): LetterBlock => ({
        type: 'link',
        label: say.open(whatOf(writing, item), writing.day(lastDay)),
        link: { to: 'report', obligationId: owed.obligationId },
      }),
    ),
    ...(moved.length > 0 ? [{ type: 'text' as const, text: say.follows }] : []),
    ...(gone.length > 0 ? [{ type: 'text' as const, text: say.goneFollows }] : []),
  ]);
}

function openingOf(writing: Writing, { session, paused }: Params): string {
  const say = writing.say(dateMoved);
  const { language } = writing.head;
  const day = (date: string) => formatWeekday(date, language);
  if (session !== null) return say.session(session.name, day(session.from), day(session.to));
  return paused === null ? say.changed : say.resumed(day(paused.from), day(paused.until));
}

function subjectOf(writing: Writing, { session, paused, moved, gone }: Params): string {
  const say = writing.say(dateMoved);
  if (session !== null)
    return say.sessionSubject(capitalise(session.name), writing.day(session.to));
  if (paused !== null) return say.resumedSubject(moved.length);
  return moved.length > 0 ? say.subject(moved.length) : say.goneSubject(gone.length);
}

function movedTable(writing: Writing, moved: Params['moved']): LetterBlock[] {
  if (moved.length === 0) return [];
  const say = writing.say(dateMoved);
  const labels = writing.say(common);
  const rows = moved.map((item) => [
    matterCell(writing, item),
    item.owed.capacity,
    writing.day(item.oldLastDay),
    writing.due(item.dueAt, item.lastDay),
  ]);
  const head = [say.matter, labels.capacity, labels.oldDue, labels.newDue];
  return [{ type: 'table', title: say.nowDue, head, rows }];
}

function goneTable(writing: Writing, gone: Params['gone']): LetterBlock[] {
  if (gone.length === 0) return [];
  const say = writing.say(dateMoved);
  const labels = writing.say(common);
  const rows = gone.map((item) => [
    matterCell(writing, item),
    item.capacity,
    writing.day(item.lastDay),
  ]);
  return [
    {
      type: 'table',
      title: say.noLonger,
      head: [say.matter, labels.capacity, labels.oldDue],
      rows,
    },
  ];
}

type Item = Pick<Params['moved'][number], 'matter' | 'deliverable'>;

const matterCell = (writing: Writing, item: Item): string =>
  `${writing.directive(item.matter.directive)}: ${item.matter.process} (${whatOf(writing, item)})`;

const whatOf = ({ head }: Writing, { deliverable }: Item): string =>
  wordsFor(deliverable).noun[head.language];
