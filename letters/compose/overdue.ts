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
  isLocked,
  stillInTime,
  whatFollows,
} from './dutyParts.ts';
import { letter, type Writing } from './writing.ts';

/** The one notice to a silent party after the due time: a report is still taken, and before the lock nothing climbs. */
export function composeOverdue(writing: Writing, params: LetterParams['overdue']): LetterDocument {
  if ('together' in params) return composeTogether(writing, 'overdue', params);
  const words = dutyWords(writing, params);
  const say = writing.say(duty);
  return letter(writing, params, 'reminder', say.overdueSubject(...words.subject), [
    ...insteadBlock(writing, params),
    { type: 'text', text: say.overdueAsk(words.you, words.noun, words.due) },
    ...dutyFacts(writing, params, words),
    ...dossierBlocks(writing, params, false),
    ...dateNotes(writing, params),
    ...dutyLink(writing, params),
    ...stillInTime(writing, params),
    ...whatFollows(writing, params, words, isLocked(params)),
  ]);
}
