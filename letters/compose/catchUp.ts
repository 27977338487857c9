import type { LetterParams } from '../../contracts/letters/params.ts';
import type { LetterBlock, LetterDocument } from '../../contracts/letters.ts';
import { catchUp } from '../catalogue/catchUp.ts';
import { common } from '../catalogue/common.ts';
import { wordsFor } from '../catalogue/deliverables.ts';
import { letter, noticeRow, type Writing } from './writing.ts';

/** After an outage a party gets this one letter and not the backlog. */
export function composeCatchUp(writing: Writing, params: LetterParams['catch-up']): LetterDocument {
  const say = writing.say(catchUp);
  const labels = writing.say(common);
  const rows = params.items.map((item) => {
    const due = writing.due(item.dueAt, item.lastDay);
    const isMoved = item.oldLastDay !== item.lastDay;
    return [
      `${writing.directive(item.matter.directive)}: ${asksOf(writing, item)}`,
      item.owed.map(({ capacity }) => capacity).join('; '),
      isMoved ? say.moved(due, writing.day(item.oldLastDay)) : due,
    ];
  });
  const links = params.items.flatMap(({ matter, lastDay, owed: [first] }): LetterBlock[] =>
    first
      ? [
          {
            type: 'link',
            label: say.open(writing.directive(matter.directive), writing.day(lastDay)),
            link: { to: 'report', obligationId: first.obligationId },
          },
        ]
      : [],
  );
  return letter(writing, params, 'reminder', say.subject(params.items.length), [
    { type: 'text', text: say.intro(writing.atOn(params.from), writing.atOn(params.until)) },
    { type: 'facts', rows: [noticeRow(writing)] },
    { type: 'text', text: say.notYourFault },
    { type: 'table', head: [say.matter, labels.capacity, labels.due], rows },
    ...links,
    { type: 'text', text: say.ifNothing },
  ]);
}

/** What is owed; a certificate or an explanation is not what the process asks its parties for. */
function asksOf({ head }: Writing, { matter, deliverable }: Item): string {
  const words = wordsFor(deliverable ?? 'report');
  return words.asks?.[head.language](null, matter.asks) ?? matter.asks;
}

type Item = LetterParams['catch-up']['items'][number];
