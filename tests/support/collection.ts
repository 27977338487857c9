import { randomUUID } from 'node:crypto';
import { obligationId, periodId } from '../../contracts/ids.ts';
import { type Notice, NoticeFile } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { loadNotice } from '../../db/notices/loadNotice.ts';
import { openPeriod } from '../../db/periods/openPeriod.ts';
import { markRunning } from '../../db/periods/processState.ts';
import type { Pool } from '../../db/pool.ts';
import { planPeriod } from '../../domain/plan/planProcess.ts';
import { smallCommittee } from './smallCommittee.ts';

const assumed = { source: 'assumed', why: 'a test' };

/** The instants of the collection: guidance by 17:00 of Friday 4/12/2020, dossiers by the end of Monday 14/12. */
export const COLLECTION = {
  key: '2020-12-14',
  guidancePrompt: '2020-12-02T01:00:00.000Z',
  guidanceDue: '2020-12-04T10:00:00.000Z',
  guidanceLock: '2020-12-07T04:00:00.000Z',
  prompt: '2020-12-07T01:00:00.000Z',
  remind: '2020-12-10T01:00:00.000Z',
  due: '2020-12-14T17:00:00.000Z',
  lock: '2020-12-15T04:00:00.000Z',
  chair: '2020-12-17T04:00:00.000Z',
} as const;
const LOADED = '2020-11-11T03:00:00.000Z';

/**
 * The small committee with clause 2 of the first notice: units that nobody has in charge, whose dossiers are collected
 * after the office's guidance, and the list that splits them between two deputies.
 */
export function collectingCommittee(id: string, units = 3): Notice {
  const small = smallCommittee(id, units);
  const rungs = [
    { id: 'deputy', to: { supervisor: 1, otherwise: 'third' }, after: { workingDays: 0 } },
    { id: 'chair', to: { position: 'chair' }, after: { workingDays: 2 } },
  ];
  const ladder = (id: string, prompt: number, reminders: number[]) => ({
    id,
    prompt: { workingDays: prompt, at: '08:00' },
    reminders: reminders.map((workingDays) => ({ workingDays, at: '08:00' })),
    lock: { workingDays: 1, at: '11:00' },
    rungs,
  });
  const section = (id: string, title: string) => ({ id, title, sections: [{ id, title }] });
  return NoticeFile.parse({
    ...small,
    units: {
      ...small.units,
      list: small.units?.list.map(({ supervisor: _, ...unit }) => unit),
    },
    ladders: {
      ...small.ladders,
      list: [...small.ladders.list, ladder('units', -5, [-2, 0]), ladder('office', -2, [0])],
    },
    outlines: {
      ...small.outlines,
      list: [
        ...small.outlines.list,
        section('guidance', 'Mẫu hồ sơ'),
        section('list', 'Danh sách'),
      ],
    },
    directives: [
      ...small.directives,
      {
        no: '2',
        title: 'Rà soát',
        provenance: assumed,
        processes: [
          {
            id: 'results',
            kind: 'collection',
            title: 'Báo cáo của các xã',
            asks: 'báo cáo kèm hồ sơ',
            owes: { unitKinds: ['commune'] },
            to: 'chair',
            via: 'office',
            due: { date: COLLECTION.key, boundary: 'by' },
            ladder: 'units',
            outline: 'outline',
            checklist: [
              { id: 'committee', title: 'Thành lập BCĐ' },
              { id: 'assignment', title: 'Phân công nhiệm vụ' },
              { id: 'results', title: 'Báo cáo kết quả' },
            ],
            guidance: {
              by: 'office',
              due: { date: '2020-12-04', boundary: 'by', time: '17:00' },
              ladder: 'office',
              outline: 'guidance',
            },
          },
          {
            id: 'split',
            kind: 'drafting',
            title: 'Phân công phụ trách',
            asks: 'danh sách phân công',
            by: 'office',
            to: ['chair', 'deputy', 'third'],
            due: { date: '2020-11-30', boundary: 'by' },
            stages: [{ id: 'sign', kind: 'sign', title: 'Trình ký', endsWorkingDaysBefore: 0 }],
            produces: 'supervision',
            ladder: 'office',
            outline: 'list',
          },
        ],
      },
    ],
  });
}

/** The collecting committee in the register, with the collection open. */
export interface Collecting {
  notice: Notice;
  id: string;
  period: string;
  owed(party: string, track?: string): string;
}

/** Enters a collecting committee of its own and opens its collection at `now`. */
export async function openCollection(
  pool: Pool,
  { units = 3, now = COLLECTION.guidancePrompt }: { units?: number; now?: Instant } = {},
): Promise<Collecting> {
  const notice = collectingCommittee(`k-${randomUUID().slice(0, 8)}`, units);
  const { id } = notice;
  await loadNotice(pool, { notice, now: LOADED, clock: 'live' });
  for (const process of ['results', 'split']) {
    await markRunning(pool, id, process, '2020-11-11T07:00:00.000Z');
  }
  await openPeriod(pool, planPeriod(notice, 'results', COLLECTION.key), now);
  const period = periodId(id, 'results', COLLECTION.key);
  return {
    notice,
    id,
    period,
    owed: (party, track = 'main') => obligationId(period, track, party),
  };
}
