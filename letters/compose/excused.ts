import type { LetterParams } from '../../contracts/letters/params.ts';
import type { LetterDocument } from '../../contracts/letters.ts';
import { common } from '../catalogue/common.ts';
import { decisions } from '../catalogue/decisions.ts';
import { wordsFor } from '../catalogue/deliverables.ts';
import { formatWeekday } from '../format/date.ts';
import { capitalise } from '../format/list.ts';
import { letter, relatedRows, type Writing } from './writing.ts';

/** Somebody is excused for one period: nothing more is asked and nothing is recorded. */
export function composeExcused(writing: Writing, params: LetterParams['excused']): LetterDocument {
  const say = writing.say(decisions);
  const labels = writing.say(common);
  const period = writing.periodOf(params, params.matter);
  const words = wordsFor(params.deliverable ?? 'report');
  const noun = words.noun[writing.head.language];
  const subject = say.excusedSubject(
    capitalise(noun),
    period,
    writing.directive(params.matter.directive),
  );
  return letter(writing, params, 'information', subject, [
    { type: 'text', text: say.excused(params.addressee !== 'unit', noun, params.capacity, period) },
    {
      type: 'facts',
      rows: [
        ...relatedRows(writing, params.matter),
        { label: labels.due, value: formatWeekday(params.lastDay, writing.head.language) },
        { label: labels.decidedBy, value: params.by },
        { label: labels.reason, value: params.reason },
      ],
    },
    { type: 'text', text: say.excusedFollows },
  ]);
}
