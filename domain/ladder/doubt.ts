import type { SentEvidence } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';

/** Why no finding may be made. The order is the one in which a record lists them. */
export const DOUBTS = [
  'trial',
  'paused',
  'vacant',
  'no-address',
  'outline-late',
  'not-delivered',
  'not-certified',
] as const;
export type Doubt = (typeof DOUBTS)[number];

/** What is known of one silent party at its lock. */
export interface SilenceFacts {
  /** When its prompt was handed to a mail server; null while it was not. */
  promptedAt: Instant | null;
  /** The latest instant at which the prompt was still in time: its planned instant and the tolerance. */
  promptDueBy: Instant;
  /** State of the prompt's letter, the best one where a unit has two addressees; null: none was written. */
  promptState: SentEvidence['state'] | null;
  hasAddress: boolean;
  vacant: boolean;
  trial: boolean;
  paused: boolean;
  /** The office's word that its book, tray and Zalo are empty; null where the process asks for none. */
  certified: boolean | null;
}

/**
 * Self-doubt before blame (the domain's "Escalation"): every reason why silence may not be held against this
 * party. Empty: a finding may be made. An excused or cancelled obligation is closed and never asked about.
 *
 * A letter whose delivery is uncertain counts as not delivered. For a vacant post and for one without an
 * address the letters went to the office, so their way says nothing and only that reason stands.
 */
export function doubts(facts: SilenceFacts): Doubt[] {
  const reached = !facts.vacant && facts.hasAddress;
  const holds: Record<Doubt, boolean> = {
    trial: facts.trial,
    paused: facts.paused,
    vacant: facts.vacant,
    'no-address': !facts.vacant && !facts.hasAddress,
    'outline-late': reached && isOutlineLate(facts),
    'not-delivered': reached && isUndelivered(facts.promptState),
    'not-certified': facts.certified === false,
  };
  return DOUBTS.filter((doubt) => holds[doubt]);
}

/**
 * Whether silence climbs, by the latest finding about it. Where the engine doubts itself it does not, and what was
 * reversed does not either. An outline that only waited for the office's guidance stops the finding and no more: whoever
 * was asked all the same owes an answer, and those above read in their letter when each letter went out.
 * @param found null where no lock has judged it
 * @param heldBack the prompt waited for the guidance and was sent before the last reminder
 */
export function mayClimb(
  found: {
    state: 'withheld' | 'recorded' | 'released' | 'reversed';
    doubts: readonly Doubt[];
  } | null,
  heldBack: boolean,
): boolean {
  if (found?.state === 'reversed') return false;
  if (found?.state !== 'withheld') return true;
  return heldBack && found.doubts.every((doubt) => doubt === 'outline-late');
}

function isOutlineLate({ promptedAt, promptDueBy, promptState }: SilenceFacts): boolean {
  if (promptedAt !== null) return promptedAt > promptDueBy;
  return promptState === null || promptState === 'queued' || promptState === 'sending';
}

function isUndelivered(state: SentEvidence['state'] | null): boolean {
  switch (state) {
    case 'uncertain':
    case 'failed':
    case 'bounced':
    case 'stopped':
      return true;
    case 'queued':
    case 'sending':
    case 'sent':
    case null:
      return false;
  }
}
