import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../../db/pool.ts';
import { partiesHeld, partiesUnder } from '../../db/reading/visibleParties.ts';
import { type Caller, mustSee } from './caller.ts';

/**
 * Refuses whoever may not read a person's file: the office and the chair may, those in whose charge the person's posts
 * stand, and the person. Nobody else, an admin included, since it is about a person and not about the machinery.
 * @throws NotAllowed
 */
export async function mustReadFile(
  queryable: Queryable,
  caller: Caller,
  about: { noticeId: string; personId: string; now: Instant },
): Promise<void> {
  const { noticeId, personId, now } = about;
  mustSee(caller, noticeId);
  const { role } = caller;
  if (role === 'office' || role === 'head') return;
  if (role !== 'admin' && caller.personId === personId) return;
  if (role === 'supervisor' && caller.personId !== null) {
    const under = await partiesUnder(queryable, noticeId, caller.personId, now);
    const held = await partiesHeld(queryable, noticeId, personId, now);
    if (held.some(({ id }) => under.includes(id))) return;
  }
  throw new PermanentFailure(
    FAILURES.notAllowed,
    'a file is open to the office, the chair, those in charge of the person, and the person',
  );
}
