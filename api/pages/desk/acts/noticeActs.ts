import { z } from 'zod';
import {
  AddPeak,
  ChangeAddressees,
  ChangeHolder,
  type Holder,
  RecordSupervision,
} from '../../../../contracts/decisions.ts';
import { CalendarDay } from '../../../../contracts/notice/primitives.ts';
import { freeHolderId } from '../../../../db/people/freeHolderId.ts';
import { localDate, startOfDay } from '../../../../domain/time/zone.ts';
import { decideAddPeak } from '../../../deciding/decideOnCampaigns.ts';
import { decideAddressees, decideHolder } from '../../../deciding/decideOnPosts.ts';
import { decideSupervision } from '../../../deciding/decideSupervision.ts';
import { type Act, type DoAct, IncompleteForm } from './act.ts';

/** What is decided on a process as a whole, and on who holds what. */
export const noticeActs: Record<string, DoAct> = {
  'add-peak': ({ deps, field, given, period }) =>
    decideAddPeak(
      deps,
      period,
      given(AddPeak, {
        from: field('from'),
        to: field('to'),
        call: field('call'),
        returnsDue: field('returnsDue'),
        reason: field('reason'),
      }),
    ),
  'record-supervision': (act) => {
    const { deps, field, optional, given, period } = act;
    const asked = given(RecordSupervision, {
      signedOn: field('signedOn'),
      number: optional('number'),
      lists: listsIn(act),
      reason: field('reason'),
    });
    return decideSupervision(deps, period, asked);
  },
  'change-holder': async (act) => {
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
  },
};

const UNIT = 'unit:';

/** The list by deputy, from the deputy chosen for each unit. @throws IncompleteForm where a unit has none */
function listsIn({ form }: Act): { deputy: string; units: string[] }[] {
  const lists = new Map<string, string[]>();
  const lacking: string[] = [];
  for (const [name, [deputy = '']] of form.texts) {
    if (!name.startsWith(UNIT)) continue;
    const unit = name.slice(UNIT.length);
    if (deputy === '') lacking.push(unit);
    else lists.set(deputy, [...(lists.get(deputy) ?? []), unit]);
  }
  if (lacking.length > 0) throw new IncompleteForm(lacking.join(', '), 'lists');
  return [...lists].map(([deputy, units]) => ({ deputy, units }));
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
