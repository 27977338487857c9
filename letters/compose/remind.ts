import type { DutyLetter, LetterDocument } from '../../contracts/letters.ts';
import { duty } from '../catalogue/duty.ts';
import { dossierBlocks } from './collectionParts.ts';
import {
  dateNotes,
  dutyFacts,
  dutyLink,
  dutyWords,
  insteadBlock,
  otherWays,
  whatFollows,
} from './dutyParts.ts';
import { letter, type Writing } from './writing.ts';

/** A reminder before the due time. The outline went out with the prompt and is not repeated. */
export function composeRemind(writing: Writing, params: DutyLetter): LetterDocument {
  const words = dutyWords(writing, params);
  const say = writing.say(duty);
  const asksForReport = params.deliverable === 'report';
  return letter(writing, params, 'reminder', say.remindSubject(...words.subject), [
    ...insteadBlock(writing, params),
    { type: 'text', text: say.remindAsk(words.you, words.noun, words.due) },
    ...dutyFacts(writing, params, words),
    ...dossierBlocks(writing, params, false),
    ...dateNotes(writing, params),
    ...(asksForReport ? [{ type: 'text' as const, text: say.outlineIsThere }] : []),
    ...dutyLink(writing, params),
    ...otherWays(writing, params),
    ...whatFollows(writing, params, words),
  ]);
}
