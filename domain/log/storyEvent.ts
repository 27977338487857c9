import type { DecidedHandling } from '../../contracts/digest.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { DecisionKind } from '../rights/decisionKinds.ts';
import type { Channel } from '../submissions/channel.ts';
import type { LogAction } from './actions.ts';

/** What happened in one minute to whoever it happened alike: rows of the log with what the register knows of them. */
export interface StoryEvent {
  /** the first of its rows in the log */
  seq: number;
  /** when the first and the last of them happened, on the notice's clock */
  at: Instant;
  until: Instant;
  action: LogAction;
  /** how many rows of the log */
  n: number;
  /** `engine`, `person:…` or `token:…` */
  actor: string;
  /** that person's name, or what the token is for; null for the engine and for whoever was erased */
  actorName: string | null;
  decision: StoryDecision | null;
  /** titles of the parties it concerns, at most `NAMED` of them */
  parties: string[];
  /** how many parties in all */
  partyCount: number;
  /** whom the letters went to, by name, at most `NAMED` of them */
  receivers: string[];
  /** the kind of letter, or the rung */
  about: string | null;
  /** the title of whom a rung went to */
  recipient: string | null;
  /** what was handed in, and how it came */
  submission: { kind: 'report' | 'nothing'; channel: Channel } | null;
  /** what was owed; null where it is about no obligation */
  deliverable: string | null;
  /** further ids, instants, codes and counts of the first row */
  detail: Record<string, unknown>;
}

/** The decision behind an event. */
export interface StoryDecision {
  id: string;
  kind: DecisionKind;
  /** the position or role in which it was taken */
  capacity: string;
  /** why, or what was answered; null where the decision is its own reason */
  reason: string | null;
  /** what was decided about a proposal of handling */
  handling: DecidedHandling | null;
}

/** So many parties or receivers of one event are named; the count tells of the others. */
export const NAMED = 100;

/** What a story is about: the notice's own affairs, a process's, or one period's. */
export type StoryOf =
  | { of: 'notice'; noticeId: string }
  | { of: 'process'; noticeId: string; processId: string }
  | { of: 'period'; noticeId: string; processId: string; periodKey: string };
