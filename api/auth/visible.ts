import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../../db/pool.ts';
import { partiesHeld, partiesUnder } from '../../db/reading/visibleParties.ts';
import { type Caller, mustSee } from './caller.ts';

/**
 * The parties whose records a caller may read: all (undefined) for an admin, the office and the head; for a supervisor
 * those held and those under, for a party those held. @throws NotAllowed in another notice
 */
export async function visibleParties(
  queryable: Queryable,
  caller: Caller,
  noticeId: string,
  now: Instant,
): Promise<string[] | undefined> {
  mustSee(caller, noticeId);
  const { role, personId } = caller;
  if (role === 'admin' || role === 'office' || role === 'head') return undefined;
  if (personId === null) return [];
  const held = (await partiesHeld(queryable, noticeId, personId, now)).map(({ id }) => id);
  if (role === 'party') return held;
  return [...held, ...(await partiesUnder(queryable, noticeId, personId, now))];
}

/** Refuses a caller who may not read the records of a party. @throws NotAllowed */
export async function mustSeeParty(
  queryable: Queryable,
  caller: Caller,
  about: { noticeId: string; partyId: string; now: Instant },
): Promise<void> {
  const visible = await visibleParties(queryable, caller, about.noticeId, about.now);
  if (visible === undefined || visible.includes(about.partyId)) return;
  throw new PermanentFailure(
    FAILURES.notAllowed,
    `the records of ${about.partyId} are not open to this token`,
  );
}
