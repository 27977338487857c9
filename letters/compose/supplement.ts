import type { LetterParams } from '../../contracts/letters/params.ts';
import type { LetterBlock, LetterDocument } from '../../contracts/letters.ts';
import { common } from '../catalogue/common.ts';
import { wordsFor } from '../catalogue/deliverables.ts';
import { submissions } from '../catalogue/submissions.ts';
import { capitalise } from '../format/list.ts';
import { capacityRow, letter, relatedRows, type Writing } from './writing.ts';

/** The office, or whoever is above it for its own, asks for more, with a comment and a due time of its own; the report already sent keeps its time. */
export function composeSupplement(
  writing: Writing,
  params: LetterParams['supplement'],
): LetterDocument {
  const say = writing.say(submissions);
  const labels = writing.say(common);
  const due = writing.due(params.dueAt, params.lastDay);
  const words = wordsFor(params.of ?? 'report');
  const noun = words.noun[writing.head.language];
  const period = periodSupplemented(writing, params);
  const what = period === null ? noun : say.ofPeriod(noun, period);
  const subject = say.supplementSubject(
    capitalise(what),
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
    { type: 'text', text: say.supplementAsk(params.by, writing.you(params), what, due) },
    {
      type: 'facts',
      rows: [
        ...relatedRows(writing, params.matter),
        capacityRow(
          writing,
          params,
          params.owed.map(({ capacity }) => capacity),
        ),
        { label: labels.due, value: due },
      ],
    },
    { type: 'text', text: say.comment(params.by), strong: true },
    { type: 'text', text: params.comment },
    ...missing,
    ...link,
    { type: 'text', text: say.firstStays },
    { type: 'text', text: say.withoutSupplement },
  ]);
}

/** The period of what was handed in, which is not that of the supplement's own due day; null of what comes once. */
function periodSupplemented(
  writing: Writing,
  { periodKey, matter }: Pick<LetterParams['supplement'], 'periodKey' | 'matter'>,
): string | null {
  if (matter.once || periodKey === undefined) return null;
  return writing.periodOf({ lastDay: periodKey.slice(0, 10), periodKey });
}
