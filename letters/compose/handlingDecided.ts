import type { LetterParams } from '../../contracts/letters/params.ts';
import type { LetterDocument } from '../../contracts/letters.ts';
import { common } from '../catalogue/common.ts';
import { decidedHandlings, handling, handlingFollows } from '../catalogue/handling.ts';
import { formatWeekday } from '../format/date.ts';
import { capitalise } from '../format/list.ts';
import { letter, relatedRows, type Writing } from './writing.ts';

/** To whom a proposal was about: who decided what, on which record, what follows, and how to answer. */
export function composeHandlingDecided(
  writing: Writing,
  params: LetterParams['handling-decided'],
): LetterDocument {
  const { language } = writing.head;
  const say = writing.say(handling);
  const labels = writing.say(common);
  const what = decidedHandlings[params.handling][language];
  const due = params.due === null ? null : writing.due(params.due.at, params.due.lastDay);
  const subject = say.subject(capitalise(what), writing.directive(params.matter.directive));
  return letter(writing, params, 'information', subject, [
    { type: 'text', text: say.decided(params.by, writing.atOn(params.decidedAt), what) },
    {
      type: 'facts',
      rows: [
        // the clause asks for the report and says nothing of how silence is handled
        ...relatedRows(writing, params.matter),
        { label: labels.capacity, value: params.capacity },
        { label: labels.reason, value: params.reason },
        ...(due === null ? [] : [{ label: labels.due, value: due }]),
      ],
    },
    {
      type: 'list',
      title: say.record(params.missesInARow),
      items: params.missed.map(({ process, capacity, lastDay, receivedAt }) => {
        const missed = say.missed(process, capacity, formatWeekday(lastDay, language));
        return receivedAt === null ? missed : say.cameLate(missed, writing.atOn(receivedAt));
      }),
    },
    { type: 'text', text: handlingFollows[params.handling][language](due) },
    { type: 'text', text: say.canAnswer },
    { type: 'link', label: say.open, link: { to: 'finding', findingId: params.findingId } },
  ]);
}
