import type { Act } from '../acts.ts';
import { playAtDesk } from './atDesk.ts';
import { answerFinding, certify } from './atPage.ts';
import { enterComments, recordCandidates } from './beside.ts';
import { closePeriod } from './closePeriod.ts';
import { decideProposals } from './decideProposals.ts';
import { handIn } from './handIn.ts';
import { addPeak, excuseBefore, extend, keyIn, moveSession, reverse } from './officially.ts';
import { handOver, mergePeriod, reassign } from './onPosts.ts';
import { recordSupervision } from './recordSupervision.ts';
import { releaseDigest } from './releaseDigest.ts';
import { releaseWaiting } from './releaseWaiting.ts';
import { reviewReports } from './reviewReports.ts';
import type { Stage } from './stage.ts';

/**
 * Does what was planned, over HTTP as the person would, and says what came of it in words. A refusal is an outcome.
 * @throws CastFailed where a page or the API fails
 */
export function playAct(stage: Stage, act: Act): Promise<string> {
  switch (act.act) {
    case 'hand in':
      return handIn(stage, act);
    case 'certify':
      return certify(stage, act);
    case 'answer finding':
      return answerFinding(stage, act);
    case 'hold':
    case 'excuse after':
      return playAtDesk(stage, act);
    case 'key in':
      return keyIn(stage, act);
    case 'excuse before':
      return excuseBefore(stage, act);
    case 'extend':
      return extend(stage, act);
    case 'review':
      return reviewReports(stage, act);
    case 'release':
      return releaseWaiting(stage, act);
    case 'digest':
      return releaseDigest(stage, act);
    case 'add peak':
      return addPeak(stage, act);
    case 'reverse':
      return reverse(stage, act);
    case 'enter comments':
      return enterComments(stage, act);
    case 'record candidates':
      return recordCandidates(stage, act);
    case 'record supervision':
      return recordSupervision(stage, act);
    case 'merge period':
      return mergePeriod(stage, act);
    case 'reassign':
      return reassign(stage, act);
    case 'hand over':
      return handOver(stage, act);
    case 'close period':
      return closePeriod(stage, act);
    case 'move session':
      return moveSession(stage, act);
    case 'decide proposals':
      return decideProposals(stage, act);
  }
}
