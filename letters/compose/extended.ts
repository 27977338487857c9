import type { LetterParams } from '../../contracts/letters/params.ts';
import type { LetterBlock, LetterDocument } from '../../contracts/letters.ts';
import { common } from '../catalogue/common.ts';
import { decisions } from '../catalogue/decisions.ts';
import { wordsFor } from '../catalogue/deliverables.ts';
import { formatWeekday } from '../format/date.ts';
import { capitalise } from '../format/list.ts';
import { capacityRow, letter, relatedRows, type Writing } from './writing.ts';

/** An extension keeps the original date beside the new one, with its reason and who decided it. */
export function composeExtended(
  writing: Writing,
  params: LetterParams['extended'],
): LetterDocument {
  const say = writing.say(decisions);
  const labels = writing.say(common);
  const { language } = writing.head;
  const due = writing.due(params.dueAt, params.lastDay);
  const period = writing.periodOf({ ...params, lastDay: params.oldLastDay }, params.matter);
  const words = wordsFor(params.deliverable ?? 'report');
  const subject = say.extendedSubject(
    capitalise(words.noun[language]),
    period,
    writing.day(params.lastDay),
    writing.directive(params.matter.directive),
  );
  const [first] = params.owed;
  const link: LetterBlock[] = first
    ? [
        {
          type: 'link',
          label: words.open[language],
          link: { to: 'report', obligationId: first.obligationId },
        },
      ]
    : [];
  return letter(writing, params, 'information', subject, [
    { type: 'text', text: say.extended(writing.you(params), due) },
    {
      type: 'facts',
      rows: [
        ...relatedRows(writing, params.matter),
        {
          label: labels.whatIsDue,
          value:
            words.asks?.[language](
              params.periodKey === undefined || params.matter.once ? null : period,
              params.matter.asks,
            ) ?? params.matter.asks,
        },
        capacityRow(
          writing,
          params,
          params.owed.map(({ capacity }) => capacity),
        ),
        { label: labels.oldDue, value: formatWeekday(params.oldLastDay, language) },
        { label: labels.newDue, value: due },
        { label: labels.decidedBy, value: params.by },
        { label: labels.reason, value: params.reason },
      ],
    },
    ...link,
    { type: 'text', text: say.extendedFollows },
  ]);
}
