import { z } from 'zod';
import { ChangeAddressees, ChangeHolder, type Holder } from '../../../../contracts/decisions.ts';
import type { DecisionResult } from '../../../../contracts/messages.ts';
import { CalendarDay } from '../../../../contracts/notice/primitives.ts';
import { freeHolderId } from '../../../../db/people/freeHolderId.ts';
import { localDate, startOfDay } from '../../../../domain/time/zone.ts';
import { decideAddressees, decideHolder } from '../../../deciding/decideOnPosts.ts';
import { type Act, IncompleteForm } from './act.ts';

/**
 * A post gets another holder, or a unit another addressee: the field `post` is a post's id, or 'unit/person' for an
 * addressee who goes, 'unit/' for one more. @throws IncompleteForm; as the decision does
 */
export async function changeOfHolder(act: Act): Promise<DecisionResult> {
  const { deps, opened, field, given } = act;
  const { noticeId } = opened;
  const [partyId = '', addressee] = field('post').split('/');
  if (partyId === '') throw new IncompleteForm('no post was chosen', 'post');
  const holder = await comingIn(act, partyId);
  const shared = { since: sinceIn(act), reason: field('reason') };
  if (addressee === undefined) {
    return decideHolder(deps, { noticeId, partyId }, given(ChangeHolder, { holder, ...shared }));
  }
  const change = { add: holder ?? undefined, remove: addressee || undefined, ...shared };
  if (change.add === undefined && change.remove === undefined) {
    throw new IncompleteForm('nobody comes and nobody leaves', 'coming');
  }
  return decideAddressees(deps, { noticeId, partyId }, given(ChangeAddressees, change));
}

/** Who comes: somebody known, somebody new under an id made from the post, or nobody. @throws IncompleteForm */
async function comingIn(
  { deps, opened, field, optional }: Act,
  partyId: string,
): Promise<Holder | null> {
  switch (field('coming')) {
    case 'nobody':
      return null;
    case 'known': {
      const person = field('person');
      if (person === '') throw new IncompleteForm('nobody was chosen', 'person');
      return { person };
    }
    case 'new': {
      const name = field('name');
      if (name === '') throw new IncompleteForm('no name', 'name');
      const id = await freeHolderId(deps.pool, opened.noticeId, partyId);
      return { id, name, address: optional('address') };
    }
    default:
      throw new IncompleteForm('not said who comes', 'coming');
  }
}

/** From the beginning of the day that was given; today, or no day, means at once. */
function sinceIn({ opened, optional, given }: Act): string | undefined {
  const day = optional('since');
  if (day === undefined || day === localDate(opened.now, opened.notice.zone)) return undefined;
  const { decision } = given(z.object({ since: CalendarDay }), { since: day });
  return startOfDay(decision.since, opened.notice.zone);
}
