import type { LetterParams } from '../../contracts/letters/params.ts';
import type { LetterBlock, LetterDocument } from '../../contracts/letters.ts';
import { common } from '../catalogue/common.ts';
import { wordsFor } from '../catalogue/deliverables.ts';
import { handOver } from '../catalogue/handOver.ts';
import { capitalise } from '../format/list.ts';
import { letter, noticeRows, type Writing } from './writing.ts';

/** One letter to whoever takes over a post, with everything open there, its due day and a link each. */
export function composeHandOver(
  writing: Writing,
  params: LetterParams['hand-over'],
): LetterDocument {
  const say = writing.say(handOver);
  const { post, since, items, insteadOf } = params;
  const instead: LetterBlock[] =
    insteadOf === null ? [] : [{ type: 'text', text: say.instead(insteadOf), strong: true }];
  return letter(writing, params, 'reminder', say.subject(post, items.length), [
    ...instead,
    { type: 'text', text: say.opening(writing.you(params), post, writing.at(since)) },
    ...items.flatMap((item) => itemBlocks(writing, item)),
    { type: 'text', text: say.follows },
  ]);
}

function itemBlocks(
  writing: Writing,
  item: LetterParams['hand-over']['items'][number],
): LetterBlock[] {
  const say = writing.say(handOver);
  const labels = writing.say(common);
  const { language } = writing.head;
  const words = wordsFor(item.deliverable);
  const period = writing.periodOf(item, item.matter);
  const named = item.matter.once ? null : period;
  const due = writing.due(item.dueAt, item.lastDay);
  const what = capitalise(words.noun[language]);
  return [
    { type: 'heading', text: say.item(what, period, writing.directive(item.matter.directive)) },
    {
      type: 'facts',
      rows: [
        ...noticeRows(writing, item.matter, words.inClause),
        {
          label: labels.whatIsDue,
          value: words.asks?.[language](named, item.matter.asks) ?? item.matter.asks,
        },
        { label: labels.capacity, value: item.capacity },
        { label: labels.due, value: item.overdue ? say.overdue(due) : due },
      ],
    },
    {
      type: 'link',
      label: words.open[language],
      link: { to: 'report', obligationId: item.obligationId },
    },
  ];
}
