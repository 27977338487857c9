import type { Instant } from '../../contracts/plan.ts';

export type ActorRole = 'admin' | 'office' | 'supervisor' | 'head' | 'party';

/** Who wants to decide, as the API found out. */
export interface ActorFacts {
  /** person:<id> or token:<uuid> */
  actor: string;
  role: ActorRole;
  /** null for a token that stands for nobody in particular (an admin's, the office's) */
  personId: string | null;
  /** positions that this person holds now */
  positions: readonly string[];
}

/**
 * What it is decided on. For a decision about a whole notice, process or period the party is null and what belongs to
 * it is empty.
 */
export interface SubjectFacts {
  partyId: string | null;
  partyKind: 'position' | 'unit' | null;
  /** people who hold the party now; several for a unit, none for a vacant post */
  holderIds: readonly string[];
  /** people who held it when what they were found about fell due; empty where there is none */
  foundIds: readonly string[];
  /** as it stands, after an extension */
  dueAt: Instant | null;
  now: Instant;
  /** positions above the party that have a holder, nearest first */
  supervisorChain: readonly string[];
  /** positions that rungs of this obligation have gone to, the latest last */
  told: readonly string[];
  /** the position that leads the process; null where it is about none, or about one that nobody leads */
  lead: string | null;
  chair: string;
  officePosition: string;
  /** who holds the office's post; null where nobody does, or where it is about no obligation */
  officeHolder: string | null;
  /** the notice's settings.release.by */
  releaseBy: readonly string[];
  /** for a date that is to be moved: it is the day of a session, as others announce it */
  isSession?: boolean;
}

export type Right = { allowed: true; capacity: string } | { allowed: false; why: string };
