import type { LetterParams } from '../../contracts/letters/params.ts';
import type { LetterDocument } from '../../contracts/letters.ts';
import { common } from '../catalogue/common.ts';
import { decisions } from '../catalogue/decisions.ts';
import { wordsFor } from '../catalogue/deliverables.ts';
import { capitalise } from '../format/list.ts';
import { letter, relatedRows, type Writing } from './writing.ts';

/** Something owed has passed to another party: whom it was taken off is told that it is off him. */
export function composeReassigned(
  writing: Writing,
  params: LetterParams['reassigned'],
): LetterDocument {
  const say = writing.say(decisions);
  const labels = writing.say(common);
  const period = writing.periodOf(params, params.matter);
  const words = wordsFor(params.deliverable);
  const noun = words.noun[writing.head.language];
  const directive = writing.directive(params.matter.directive);
  const subject = say.reassignedSubject(capitalise(noun), period, directive);
  const { capacity, now } = params;
  return letter(writing, params, 'information', subject, [
    { type: 'text', text: say.reassigned(writing.you(params), noun, capacity, period, now) },
    {
      type: 'facts',
      rows: [
        ...relatedRows(writing, params.matter),
        { label: say.owedBy, value: now },
        { label: labels.decidedBy, value: params.by },
        { label: labels.reason, value: params.reason },
      ],
    },
    { type: 'text', text: say.reassignedFollows },
  ]);
}
