import type { LetterParams } from '../../contracts/letters/params.ts';
import type { LetterDocument } from '../../contracts/letters.ts';
import { common } from '../catalogue/common.ts';
import { decisions } from '../catalogue/decisions.ts';
import { capacityRow, letter, relatedRows, type Writing } from './writing.ts';

/** A period that was asked about already is skipped, or merged into a later one that covers it. */
export function composePeriodTakenOut(
  writing: Writing,
  params: LetterParams['period-taken-out'],
): LetterDocument {
  const say = writing.say(decisions);
  const labels = writing.say(common);
  const period = writing.periodOf(params);
  const into =
    params.into === null
      ? null
      : writing.periodOf({ lastDay: params.into, periodKey: params.into });
  const subject = say.takenOutSubject(period, into, writing.directive(params.matter.directive));
  return letter(writing, params, 'information', subject, [
    { type: 'text', text: say.takenOut(writing.you(params), period, into) },
    {
      type: 'facts',
      rows: [
        ...relatedRows(writing, params.matter),
        capacityRow(writing, params, params.capacities),
        { label: labels.decidedBy, value: params.by },
        { label: labels.reason, value: params.reason },
      ],
    },
    { type: 'text', text: say.takenOutFollows(period) },
  ]);
}
