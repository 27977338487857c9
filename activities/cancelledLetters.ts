import type { CancelObligationsUpdate, ReasonUpdate } from '../contracts/messages.ts';
import type { Notice } from '../contracts/notice/index.ts';
import type { ComposeCancelled } from '../db/decisions/tellCancelled.ts';
import { capacityTitle } from '../domain/notice/roster.ts';
import { lettersOfShares, sharesOf } from './movedDates.ts';

/** The letters about what a decision has cancelled: one for each person who had been asked for it. */
export function cancelledLetters(
  notice: Notice,
  { decisionId, at, actor, decision }: CancelObligationsUpdate | ReasonUpdate,
): ComposeCancelled {
  const by = capacityTitle(notice, actor.capacity);
  const said = { by, reason: decision.reason, session: null, paused: null };
  return (gone) =>
    lettersOfShares(notice, { decisionId, at }, sharesOf(notice, { moved: [], gone }), said);
}
