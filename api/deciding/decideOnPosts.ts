import type { ChangeAddressees, ChangeHolder, Holder } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { DecisionResult } from '../../contracts/messages.ts';
import type { Instant } from '../../contracts/plan.ts';
import { changeHolder } from '../../db/people/changeHolder.ts';
import type { Caller } from '../auth/caller.ts';
import type { ApiDeps } from '../deps.ts';
import type { Asked } from './decide.ts';
import { mustMay } from './rights.ts';

interface PartyName {
  noticeId: string;
  partyId: string;
}

/** A position gets another holder, or none, from an instant on. */
export async function decideHolder(
  deps: ApiDeps,
  party: PartyName,
  { caller, decisionId, decision }: Asked<ChangeHolder>,
): Promise<DecisionResult> {
  const { holder, reason } = decision;
  mustBeSomebodyElse(caller, holder);
  const deciding = await onParty(deps, party, caller);
  return changeHolder(deps.pool, {
    ...deciding,
    decisionId,
    decision: { leaving: 'holder', coming: holder, since: instantOf(decision.since), reason },
  });
}

/** A unit's letters go to somebody more, or to somebody less. */
export async function decideAddressees(
  deps: ApiDeps,
  party: PartyName,
  { caller, decisionId, decision }: Asked<ChangeAddressees>,
): Promise<DecisionResult> {
  const { add, remove, reason } = decision;
  mustBeSomebodyElse(caller, add ?? null);
  const deciding = await onParty(deps, party, caller);
  return changeHolder(deps.pool, {
    ...deciding,
    decisionId,
    decision: {
      leaving: remove === undefined ? null : { person: remove },
      coming: add ?? null,
      since: instantOf(decision.since),
      reason,
    },
  });
}

async function onParty(deps: ApiDeps, { noticeId, partyId }: PartyName, caller: Caller) {
  const at = await deps.now(noticeId);
  const wish = { kind: 'change-holder' as const, noticeId, partyId, now: at };
  return { noticeId, partyId, at, actor: await mustMay(deps.pool, caller, wish) };
}

/** Nobody puts himself into a post. */
function mustBeSomebodyElse(caller: Caller, holder: Holder | null): void {
  if (holder === null || !('person' in holder) || holder.person !== caller.personId) return;
  throw new PermanentFailure(FAILURES.notAllowed, 'nobody decides for himself', '/holder');
}

const instantOf = (given: string | undefined): Instant | undefined =>
  given === undefined ? undefined : new Date(given).toISOString();
