import type { LetterParams } from '../../contracts/letters/params.ts';
import type { LetterDocument, LetterKind, NoticeHead } from '../../contracts/letters.ts';
import { composeCampaignCall } from './campaignCall.ts';
import { composeCatchUp } from './catchUp.ts';
import { cleanDocument } from './clean.ts';
import { composeConsultRequest } from './consultRequest.ts';
import { composeDateMoved } from './dateMoved.ts';
import { composeDigest } from './digest.ts';
import { composeExcused } from './excused.ts';
import { composeExtended } from './extended.ts';
import { composeFindingReleased } from './findingReleased.ts';
import { composeFindingReversed } from './findingReversed.ts';
import { composeHandlingDecided } from './handlingDecided.ts';
import { composeHandOver } from './handOver.ts';
import { composeOverdue } from './overdue.ts';
import { composePeakMissed } from './peakMissed.ts';
import { composePeriodTakenOut } from './periodTakenOut.ts';
import { composeProgrammeStarts } from './programmeStarts.ts';
import { composePrompt } from './prompt.ts';
import { composeReassigned } from './reassigned.ts';
import { composeReceipt } from './receipt.ts';
import { composeReleaseRequest } from './releaseRequest.ts';
import { composeRemind } from './remind.ts';
import { composeRound } from './round.ts';
import { composeSupervision } from './supervision.ts';
import { composeSupplement } from './supplement.ts';
import { type Writing, writingFor } from './writing.ts';

/** One composer for each kind: a kind without one does not compile. */
const COMPOSERS: {
  readonly [Kind in LetterKind]: (writing: Writing, params: LetterParams[Kind]) => LetterDocument;
} = {
  prompt: composePrompt,
  remind: composeRemind,
  overdue: composeOverdue,
  receipt: composeReceipt,
  supplement: composeSupplement,
  round: composeRound,
  'finding-released': composeFindingReleased,
  'release-request': composeReleaseRequest,
  digest: composeDigest,
  'catch-up': composeCatchUp,
  extended: composeExtended,
  excused: composeExcused,
  'campaign-call': composeCampaignCall,
  'programme-starts': composeProgrammeStarts,
  'peak-missed': composePeakMissed,
  'consult-request': composeConsultRequest,
  'period-taken-out': composePeriodTakenOut,
  reassigned: composeReassigned,
  'hand-over': composeHandOver,
  supervision: composeSupervision,
  'handling-decided': composeHandlingDecided,
  'date-moved': composeDateMoved,
  'finding-reversed': composeFindingReversed,
};

/**
 * What a letter says, in the notice's language. Pure: the same parameters give the same document. Links are named, not
 * made; the day at the head is that on which the letter is written and is set when it is rendered.
 */
export function composeLetter<Kind extends LetterKind>(
  kind: Kind,
  params: LetterParams[Kind],
  head: NoticeHead,
): LetterDocument {
  return cleanDocument(COMPOSERS[kind](writingFor(head), params));
}
