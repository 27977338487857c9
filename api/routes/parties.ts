import { z } from 'zod';
import { ChangeAddressees, ChangeHolder } from '../../contracts/decisions.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { listParties, type PartyRow } from '../../db/reading/parties.ts';
import { callerIn, only } from '../auth/caller.ts';
import { visibleParties } from '../auth/visible.ts';
import { decideAddressees, decideHolder } from '../deciding/decideOnPosts.ts';
import type { Routes } from '../deps.ts';
import { Decided, InNotice, PartyId, pageOf, paging } from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';
import { Party } from '../schemas/party.ts';
import { decisionRoute } from './decisionRoute.ts';

const PARTY = '/api/v1/notices/:notice/parties/:party';
const InParty = InNotice.extend({ party: PartyId });
const nameOf = ({ notice, party }: z.output<typeof InParty>) => ({
  noticeId: notice,
  partyId: party,
});

/** Posts and units with their holders, and the decisions about who holds them. */
export const partyRoutes: Routes = (api, deps) => {
  const { pool } = deps;

  api.get(
    '/api/v1/notices/:notice/parties',
    {
      onRequest: only(pool, 'admin', 'office', 'supervisor', 'head', 'party'),
      schema: operation(
        {
          id: 'listParties',
          tag: 'parties',
          summary: 'List posts and units with their holders',
          description:
            'As they stand now; a vacant post has no holder. Names are shown to the office, to an admin, to the chair, and to others for themselves and those below.',
          refuses: [404, 422],
        },
        {
          params: InNotice,
          querystring: z.object({ ...paging, kind: z.enum(['position', 'unit']).optional() }),
          response: { 200: pageOf(Party) },
        },
      ),
    },
    async (request) => {
      const { notice } = await readNotice(pool, request.params.notice);
      const now = await deps.now(notice.id);
      const visible = await visibleParties(pool, callerIn(request), notice.id, now);
      const page = await listParties(pool, { ...request.query, noticeId: notice.id, now });
      return { ...page, items: page.items.map((row) => withNamesFor(visible, row)) };
    },
  );

  decisionRoute(api, deps, {
    path: `${PARTY}/holder`,
    roles: ['admin', 'office', 'supervisor', 'head'],
    about: {
      id: 'changeHolder',
      summary: "Change a position's holder",
      description:
        'From now or from a later instant on, to somebody known, somebody new, or nobody. Open obligations stay with the post; the newcomer gets one letter with all of them, and what fell due before stays with the predecessor. Ids are of posts, never of names.',
      refuses: [404, 409, 422],
    },
    params: InParty,
    body: ChangeHolder.meta({
      examples: [
        {
          holder: {
            id: 'truong-cum-1-b',
            name: 'Trưởng cụm số 1',
            address: 'truong-cum-1-b@example.test',
          },
          since: '2021-03-15T01:00:00.000Z',
          reason: 'Quyết định điều động cán bộ ngày 10/03/2021',
        },
      ],
    }),
    answer: Decided,
    decide: (asked, party) => decideHolder(deps, nameOf(party), asked),
  });

  decisionRoute(api, deps, {
    path: `${PARTY}/addressees`,
    roles: ['admin', 'office', 'supervisor', 'head'],
    about: {
      id: 'changeAddressees',
      summary: "Change a unit's addressees",
      description: "Adds or removes somebody who receives a unit's letters, now or later.",
      refuses: [404, 409, 422],
    },
    params: InParty,
    body: ChangeAddressees.meta({
      examples: [
        {
          add: { id: 'an-nong-dang-uy', name: 'Đảng ủy xã An Nông' },
          reason: 'Bổ sung địa chỉ nhận',
        },
      ],
    }),
    answer: Decided,
    decide: (asked, party) => decideAddressees(deps, nameOf(party), asked),
  });
};

function withNamesFor(visible: string[] | undefined, row: PartyRow): PartyRow {
  if (visible === undefined || visible.includes(row.id)) return row;
  return { ...row, holders: row.holders.map((holder) => ({ ...holder, name: null })) };
}
