import type { LetterBlock, LetterDocument, LetterParams } from '../../contracts/letters.ts';
import { common } from '../catalogue/common.ts';
import { wordsFor } from '../catalogue/deliverables.ts';
import { submissions } from '../catalogue/submissions.ts';
import { capitalise } from '../format/list.ts';
import { capacityRow, letter, noticeRows, type Writing } from './writing.ts';

/** The office asks for more, with a comment and a due time of its own; the report already sent keeps its time. */
export function composeSupplement(
  writing: Writing,
  params: LetterParams['supplement'],
): LetterDocument {
  const say = writing.say(submissions);
  const labels = writing.say(common);
  const due = writing.due(params.dueAt, params.lastDay);
  const words = wordsFor(params.of ?? 'report');
  const noun = words.noun[writing.head.language];
  const subject = say.supplementSubject(
    capitalise(noun),
    writing.day(params.lastDay),
    writing.directive(params.matter.directive),
  );
  const missing: LetterBlock[] =
    params.missing.length === 0
      ? []
      : [{ type: 'list', title: say.missing, items: params.missing }];
  const [first] = params.owed;
  const link: LetterBlock[] = first
    ? [
        {
          type: 'link',
          label: wordsFor('supplement').open[writing.head.language],
          link: { to: 'report', obligationId: first.obligationId },
        },
      ]
    : [];
  return letter(writing, params, 'reminder', subject, [
    { type: 'text', text: say.supplementAsk(writing.you(params), noun, due) },
    {
      type: 'facts',
      rows: [
        ...noticeRows(writing, params.matter, words.inClause),
        capacityRow(
          writing,
          params,
          params.owed.map(({ capacity }) => capacity),
        ),
        { label: labels.due, value: due },
      ],
    },
    { type: 'text', text: say.comment, strong: true },
    { type: 'text', text: params.comment },
    ...missing,
    ...link,
    { type: 'text', text: say.firstStays },
    { type: 'text', text: say.withoutSupplement },
  ]);
}
