import type { LetterKind } from '../../../../contracts/letters.ts';
import type { Notice } from '../../../../contracts/notice/index.ts';
import type { Instant } from '../../../../contracts/plan.ts';
import type { LocalDate } from '../../../../domain/time/types.ts';
import type { CastRole } from '../web/officialApi.ts';

/** One obligation that a letter is about. */
export interface OwedInLetter {
  obligationId: string;
  periodId: string;
  processId: string;
  periodKey: string;
  partyId: string;
  /** 'main', 'certificate' or a supplement's */
  track: string;
  deliverable: string;
  dueAt: Instant;
  lastDay: LocalDate;
  lockAt: Instant | null;
  /** the receiver answers for it: holds the post, or is the first addressee of the unit */
  own: boolean;
}

/** A link in the letter's text, told by its path. */
export interface LinkInLetter {
  to: 'report' | 'desk' | 'finding';
  path: string;
  /** the obligation, the finding, or the notice that it opens */
  subject: string;
}

/** A letter as its receiver has it in hand. */
export interface LetterFacts {
  kind: LetterKind;
  receiver: string;
  /** posts that the receiver holds */
  positions: readonly string[];
  /** when it is read: the rehearsal's present instant */
  now: Instant;
  /** the period that it is about as a whole, where there is one */
  period: { processId: string; periodKey: string } | null;
  owed: readonly OwedInLetter[];
  links: readonly LinkInLetter[];
}

/** What every decision of the cast rests on beside the letter: the same for a whole rehearsal. */
export interface Piece {
  seed: number;
  notice: Notice;
  /** who holds these posts, null where vacant */
  office: string | null;
  chair: string | null;
  /** who decides about a party: the chair about members, the deputy in charge about units; null where nobody is there */
  inCharge: (partyId: string) => string | null;
}

/** With which role somebody above decides. */
export const roleOf = (person: string, { chair }: Piece): CastRole =>
  person === chair ? 'head' : 'supervisor';
