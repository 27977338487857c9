import type { LetterParams } from '../../contracts/letters/params.ts';
import type { LetterBlock, LetterDocument } from '../../contracts/letters.ts';
import { common } from '../catalogue/common.ts';
import { supervision } from '../catalogue/supervision.ts';
import { letter, noticeRows, quoteOf, type Writing } from './writing.ts';

/** A deputy learns which units the signed list puts in his charge (clause 2: "phụ trách 17 xã, thị trấn"). */
export function composeSupervision(
  writing: Writing,
  params: LetterParams['supervision'],
): LetterDocument {
  const say = writing.say(supervision);
  const labels = writing.say(common);
  const { units, insteadOf, matter } = params;
  const you = writing.you(params);
  const instead: LetterBlock[] =
    insteadOf === null ? [] : [{ type: 'text', text: say.instead(insteadOf), strong: true }];
  const subject = say.subject(units.length, writing.directive(matter.directive));
  return letter(writing, params, 'information', subject, [
    ...instead,
    { type: 'text', text: say.intro(insteadOf ?? you) },
    {
      type: 'facts',
      rows: [
        ...noticeRows(writing, matter),
        { label: labels.capacity, value: params.capacity },
        { label: say.signed, value: say.signedOn(writing.day(params.signedOn), params.number) },
      ],
    },
    ...quoteOf(writing, matter),
    { type: 'list', title: say.units(units.length), items: units, numbered: true },
    { type: 'text', text: say.whatFollows(insteadOf ?? you) },
    { type: 'text', text: say.nothingToDo },
    ...(insteadOf === null
      ? [{ type: 'link' as const, label: labels.openDesk, link: { to: 'desk' as const } }]
      : []),
  ]);
}
