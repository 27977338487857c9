import type { DutyLetter, LetterBlock, LetterDocument } from '../../contracts/letters.ts';
import { duty } from '../catalogue/duty.ts';
import { dossierBlocks } from './collectionParts.ts';
import {
  dateNotes,
  dutyFacts,
  dutyLink,
  dutyWords,
  insteadBlock,
  whatFollows,
} from './dutyParts.ts';
import { letter, type Writing } from './writing.ts';

/** The one notice to a silent party after the due time: a report is still taken, and before the lock nothing climbs. */
export function composeOverdue(writing: Writing, params: DutyLetter): LetterDocument {
  const words = dutyWords(writing, params);
  const say = writing.say(duty);
  const isLocked = params.lockAt !== null && params.lockAt <= params.dueAt;
  const stillInTime: LetterBlock[] =
    params.trial || params.lockAt === null || isLocked || params.climbsTo.length === 0
      ? []
      : [{ type: 'text', text: say.stillInTime(writing.atOn(params.lockAt)) }];
  return letter(writing, params, 'reminder', say.overdueSubject(...words.subject), [
    ...insteadBlock(writing, params),
    { type: 'text', text: say.overdueAsk(words.you, words.noun, words.due) },
    ...dutyFacts(writing, params, words),
    ...dossierBlocks(writing, params, false),
    ...dateNotes(writing, params),
    ...dutyLink(writing, params),
    ...stillInTime,
    ...whatFollows(writing, params, words, isLocked),
  ]);
}
