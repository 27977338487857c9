import { z } from 'zod';
import { RecordSupervision } from '../../contracts/decisions.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { lastListRecorded, readUnitsInCharge } from '../../db/reading/supervision.ts';
import { unitsToSplit } from '../../domain/notice/supervisionLists.ts';
import { callerIn, mustSee, only } from '../auth/caller.ts';
import { decideSupervision, mustProduceSupervision } from '../deciding/decideSupervision.ts';
import type { Routes } from '../deps.ts';
import { Decided, InProcess, Instant, PartyId } from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';
import { decisionRoute } from './decisionRoute.ts';

const PATH = '/api/v1/notices/:notice/processes/:process/supervision';

const Supervision = z
  .object({
    recorded: z
      .object({
        decisionId: z.uuid(),
        signedOn: z.string(),
        number: z.string().nullable(),
        recordedAt: Instant,
      })
      .nullable()
      .describe('the signed list recorded last; null while there is none'),
    lists: z.array(
      z.object({
        deputy: PartyId,
        title: z.string(),
        units: z.array(z.object({ id: PartyId, title: z.string(), since: Instant })),
      }),
    ),
    lacking: z
      .array(z.object({ id: PartyId, title: z.string() }))
      .describe('units that nobody has in charge yet ("chưa đủ dữ liệu")'),
  })
  .meta({ id: 'Supervision' });

/** The split of the units between deputies: who stands under whom now, and recording the signed list. */
export const supervisionRoutes: Routes = (api, deps) => {
  const { pool } = deps;

  api.get(
    PATH,
    {
      onRequest: only(pool, 'admin', 'office', 'supervisor', 'head', 'party'),
      schema: operation(
        {
          id: 'readSupervision',
          tag: 'processes',
          summary: 'Read who has which units in charge',
          description:
            'As it stands now, by deputy, with the signed list recorded last and the units that nobody has in charge yet.',
          refuses: [404, 422],
        },
        { params: InProcess, response: { 200: Supervision } },
      ),
    },
    async (request) => {
      const { notice: noticeId, process: processId } = request.params;
      mustSee(callerIn(request), noticeId);
      const { notice } = await readNotice(pool, noticeId);
      mustProduceSupervision(notice, processId);
      const now = await deps.now(noticeId);
      const units = await readUnitsInCharge(pool, { noticeId, units: unitsToSplit(notice), now });
      const lists = new Map<string, z.output<typeof Supervision>['lists'][number]>();
      for (const { id, title, deputy } of units) {
        if (!deputy) continue;
        const list = lists.get(deputy.id) ?? { deputy: deputy.id, title: deputy.title, units: [] };
        list.units.push({ id, title, since: deputy.since });
        lists.set(deputy.id, list);
      }
      return {
        recorded: await lastListRecorded(pool, noticeId, processId),
        lists: [...lists.values()],
        lacking: units
          .filter(({ deputy }) => deputy === null)
          .map(({ id, title }) => ({ id, title })),
      };
    },
  );

  decisionRoute(api, deps, {
    path: PATH,
    roles: ['office'],
    about: {
      id: 'recordSupervision',
      summary: 'Record the signed list of who has which units in charge',
      description:
        'From now on ladders climb to the deputies that it names. Every unit stands in it exactly once; a refusal names every unit at fault. A correction is the same decision again, with the whole list.',
      refuses: [404, 409, 422],
    },
    params: InProcess,
    body: RecordSupervision.meta({
      examples: [
        {
          signedOn: '2020-11-27',
          number: '15/TB-BCĐ',
          lists: [
            { deputy: 'pho-bi-thu-thuong-truc', units: ['an-nong', 'binh-son'] },
            { deputy: 'pho-bi-thu-chu-tich', units: ['thai-hoa', 'tho-binh'] },
          ],
          reason: 'Danh sách đã được đồng chí Trưởng BCĐ ký',
        },
      ],
    }),
    answer: Decided.extend({
      changed: z.int().describe('units that stand under somebody else than before'),
    }),
    decide: (asked, { notice: noticeId, process: processId }) =>
      decideSupervision(deps, { noticeId, processId }, asked),
  });
};
