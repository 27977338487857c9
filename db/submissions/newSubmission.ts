import type { Actor } from '../../contracts/decisions.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Channel } from '../../domain/submissions/channel.ts';
import type { WordGivenBy } from '../../domain/submissions/ownWord.ts';
import type { Affected } from '../decisions/affected.ts';
import type { ComposeReversed } from '../findings/withdrawWords.ts';
import type { NewLetter } from '../letters/queueLetters.ts';

export interface NewAttachment {
  /** a uuid */
  id: string;
  fileName: string;
  mediaType: string;
  /** of the content, hex */
  sha256: string;
  content: Buffer;
}

/** What a party hands in, or what the office keys in for it. */
export type NewSubmission = {
  /** a uuid of the caller's: handed in again with it, the same receipt is answered and nothing is entered twice */
  id: string;
  noticeId: string;
  /** one submission may cover several capacities of one person */
  obligationIds: string[];
  /** who signed it; needed unless it is keyed in, and then a holder of every party covered */
  signedBy: string | null;
  /** the actor who uploaded it: person:<id> or token:<uuid> */
  uploadedBy: string;
  channel: Channel;
  /** a report, or the confirmed word that there is nothing to report */
  kind: 'report' | 'nothing';
  body: string;
  /** answers by the id of the outline's section */
  answers: Record<string, string>;
  /** ids of the dossier's items that are in it */
  checklist: string[];
  attachments: NewAttachment[];
  /** when its body was complete, or when the office had it in hand, on the notice's clock */
  receivedAt: Instant;
  /** when it counts as accepted if nobody has reviewed it; null where there is nothing to review (a certificate) */
  reviewDueAt: Instant | null;
  now: Instant;
  /** the decision by which it is given, where it is the office's own word and no report */
  givenBy?: WordGivenBy;
  /** the receipt's letters, from the facts as recorded */
  composeReceipt: (facts: ReceiptFacts) => NewLetter[];
  /** to whoever got the words of a finding that it withdraws */
  composeReversed: ComposeReversed;
} & (
  | { keyInReason?: never; keyInDecision?: never }
  | {
      /** why the office keyed it in */
      keyInReason: string;
      /** the named decision that keying in is; it also withdraws a finding made while the report was in hand */
      keyInDecision: { id: string; actor: Actor };
    }
);

/** What whoever handed it in is answered. */
export interface Receipt {
  submissionId: string;
  /** e.g. 2020-000123: the year on the notice's calendar and a running number */
  receiptNo: string;
  receivedAt: Instant;
  recordedAt: Instant;
  /** whether any obligation that it covers is late by the register; an earlier receipt in time stays in time */
  late: boolean;
  /** 1 for the first of these obligations, the highest where they differ */
  version: number;
  capacities: string[];
  obligationIds: string[];
}

export interface ReceiptFacts extends Receipt {
  noticeId: string;
  signedBy: string | null;
  channel: NewSubmission['channel'];
  kind: NewSubmission['kind'];
  items: Affected[];
  /** parts of the dossier in hand for every obligation covered, by this version and those before */
  contained: string[];
}
