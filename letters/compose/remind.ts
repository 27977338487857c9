import type { LetterParams } from '../../contracts/letters/params.ts';
import type { LetterDocument } from '../../contracts/letters.ts';
import { duty } from '../catalogue/duty.ts';
import { dossierBlocks } from './collectionParts.ts';
import { composeTogether } from './dutiesTogether.ts';
import {
  dateNotes,
  dutyFacts,
  dutyLink,
  dutyWords,
  insteadBlock,
  otherWays,
  outlineIsThere,
  whatFollows,
} from './dutyParts.ts';
import { letter, type Writing } from './writing.ts';

/** A reminder before the due time. The outline went out with the prompt and is not repeated. */
export function composeRemind(writing: Writing, params: LetterParams['remind']): LetterDocument {
  if ('together' in params) return composeTogether(writing, 'remind', params);
  const words = dutyWords(writing, params);
  const say = writing.say(duty);
  return letter(writing, params, 'reminder', say.remindSubject(...words.subject), [
    ...insteadBlock(writing, params),
    { type: 'text', text: say.remindAsk(words.you, words.noun, words.due) },
    ...dutyFacts(writing, params, words),
    ...dossierBlocks(writing, params, false),
    ...dateNotes(writing, params),
    ...outlineIsThere(writing, params),
    ...dutyLink(writing, params),
    ...otherWays(writing, params),
    ...whatFollows(writing, params, words),
  ]);
}
