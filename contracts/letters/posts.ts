import type { Addressed, Matter, OfPeriod, OwedItem } from '../letters.ts';
import type { Instant } from '../plan.ts';

/** What comes with a post: what is open in it, whom it has in charge, what it leads. */
export interface PostLetters {
  /** whoever takes over a post: everything open there, across all processes */
  'hand-over': Addressed & {
    post: string;
    since: Instant;
    items: (OwedItem &
      OfPeriod & { matter: Matter; dueAt: Instant; deliverable: string; overdue: boolean })[];
    /** set where the letter goes to the office because the newcomer has no address */
    insteadOf: string | null;
  };
  supervision: Addressed & {
    matter: Matter;
    /** the deputy's title */
    capacity: string;
    /** set where the letter goes to the office because the post is vacant or has no address */
    insteadOf: string | null;
    /** 'YYYY-MM-DD' */
    signedOn: string;
    number: string | null;
    units: string[];
  };
  'programme-starts': Addressed & {
    matter: Matter;
    /** titles */
    lead: string;
    coordinates: string[];
    /** the notice itself names those who coordinate */
    inClause: boolean;
  };
}
