import type { LetterParams } from '../../contracts/letters/params.ts';
import type { LetterDocument } from '../../contracts/letters.ts';
import { findings } from '../catalogue/findings.ts';
import { letter, relatedRows, type Writing } from './writing.ts';

/** To whoever got the clause's own words: which finding was reversed, by whom and when, and that it no longer counts. */
export function composeFindingReversed(
  writing: Writing,
  params: LetterParams['finding-reversed'],
): LetterDocument {
  const say = writing.say(findings);
  const { by, wasInHand, capacity, matter } = params;
  const period = writing.periodOf(params);
  const at = writing.atOn(params.reversedAt);
  const decided = wasInHand ? say.reversedInHand(by, at) : say.reversedBy(by, at);
  const subject = say.reversedSubject(period, writing.directive(matter.directive));
  return letter(writing, params, 'information', subject, [
    {
      type: 'text',
      text: say.reversed(capacity, period, writing.day(params.lastDay)),
    },
    // no clause speaks of reversing
    { type: 'facts', rows: relatedRows(writing, matter) },
    { type: 'text', text: decided },
    { type: 'text', text: say.reversedFollows },
    {
      type: 'link',
      label: say.openReversed,
      link: { to: 'finding', findingId: params.findingId },
    },
  ]);
}
