import type { Act } from '../acts.ts';
import { answerWithMoreTime, supplement } from './answerAgain.ts';
import { answerFinding } from './answerFinding.ts';
import { answerPrompt } from './answerPrompt.ts';
import { decideProposals } from './decideProposals.ts';
import type { LetterFacts, Piece } from './facts.ts';
import { lookAfterSilent } from './lookAfterSilent.ts';
import { makeUpForPeak } from './makeUpForPeak.ts';
import { release } from './release.ts';

/**
 * What the receiver of a letter makes up his mind to do, and when: pure, so that the same seed and the same letters
 * give the same acts in whatever order the letters are read.
 */
export function reply(letter: LetterFacts, piece: Piece): Act[] {
  switch (letter.kind) {
    case 'prompt':
    case 'catch-up':
    case 'campaign-call':
    case 'consult-request':
    case 'hand-over':
      return answerPrompt(letter, piece);
    case 'supplement':
      return supplement(letter, piece);
    case 'extended':
      return answerWithMoreTime(letter, piece);
    case 'finding-released':
      return answerFinding(letter, piece);
    case 'release-request':
      return release(letter, piece);
    case 'peak-missed':
      return makeUpForPeak(letter, piece);
    case 'round':
      return lookAfterSilent(letter, piece);
    case 'digest':
      return decideProposals(letter, piece);
    // whoever is reminded has made up his mind at the prompt; the others only tell
    case 'remind':
    case 'overdue':
    case 'receipt':
    case 'excused':
    case 'handling-decided':
    case 'programme-starts':
    case 'period-taken-out':
    case 'reassigned':
    case 'supervision':
    case 'date-moved':
    case 'finding-reversed':
      return [];
  }
}
