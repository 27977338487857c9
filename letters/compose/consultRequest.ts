import type { LetterBlock, LetterDocument, LetterParams } from '../../contracts/letters.ts';
import { campaign } from '../catalogue/campaign.ts';
import { dateNotes, dutyFacts, dutyWords, insteadBlock } from './dutyParts.ts';
import { letter, type Writing } from './writing.ts';

/** A body is asked for its opinion on a draft (a stage "consult" of a drafting process). */
export function composeConsultRequest(
  writing: Writing,
  params: LetterParams['consult-request'],
): LetterDocument {
  const words = dutyWords(writing, params);
  const say = writing.say(campaign);
  const [first] = params.owed;
  const link: LetterBlock[] = first
    ? [
        {
          type: 'link',
          label: say.openConsult,
          link: { to: 'report', obligationId: first.obligationId },
        },
      ]
    : [];
  const subject = say.consultSubject(params.matter.process, writing.day(params.lastDay));
  return letter(writing, params, 'reminder', subject, [
    ...insteadBlock(writing, params),
    { type: 'text', text: say.consult(words.you, words.due) },
    ...dutyFacts(writing, params, { ...words, inClause: false }),
    { type: 'heading', text: say.draft },
    { type: 'text', text: params.draft },
    ...dateNotes(writing, params),
    ...link,
    { type: 'text', text: say.consultFollows },
  ]);
}
