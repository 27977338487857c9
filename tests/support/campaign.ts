import { randomUUID } from 'node:crypto';
import { obligationId, periodId } from '../../contracts/ids.ts';
import { type Notice, NoticeFile } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { loadNotice } from '../../db/notices/loadNotice.ts';
import { openPeriod } from '../../db/periods/openPeriod.ts';
import { markRunning } from '../../db/periods/processState.ts';
import type { Pool } from '../../db/pool.ts';
import type { NewSubmission } from '../../db/submissions/newSubmission.ts';
import { takeSubmission } from '../../db/submissions/takeSubmission.ts';
import { planPeriod } from '../../domain/plan/planProcess.ts';
import { smallCommittee } from './smallCommittee.ts';

export const DOCUMENT = '2020-11-27-document';
export const PEAK = '2020-12-25-2020-1';
/** The peak of 14 to 20 December 2020: called on the 7th, its returns due by the 25th, a Friday; +07:00. */
export const AT = {
  call: '2020-12-07T01:00:00.000Z',
  remind: '2020-12-25T01:00:00.000Z',
  due: '2020-12-25T17:00:00.000Z',
  lock: '2020-12-28T04:00:00.000Z',
  close: '2021-01-05T10:00:00.000Z',
} as const;
const LOADED = '2020-11-11T03:00:00.000Z';

const day = (date: string) => ({ date, boundary: 'by' });

/** Cleaning up as clause 6 has it: one peak in 2020, one in 2021; ana leads, and three returns of four count. */
const campaign = {
  id: 'cleanup',
  kind: 'campaign',
  title: 'Tổng vệ sinh môi trường',
  asks: 'báo cáo kết quả đợt cao điểm',
  lead: 'ana',
  owes: { unitKinds: ['commune'] },
  to: 'chair',
  document: {
    by: 'ana',
    issuedBy: 'UBND huyện',
    due: day('2020-11-27'),
    ladder: 'members',
    outline: 'outline',
  },
  quota: [
    { year: 2020, peaks: 1 },
    { year: 2021, peaks: 1 },
  ],
  countsFrom: 0.75,
  peaks: [
    {
      id: '2020-1',
      year: 2020,
      from: '2020-12-14',
      to: '2020-12-20',
      call: '2020-12-07',
      returnsDue: day('2020-12-25'),
    },
    {
      id: '2021-1',
      year: 2021,
      from: '2021-03-08',
      to: '2021-03-14',
      call: '2021-03-01',
      returnsDue: day('2021-03-19'),
    },
  ],
  ladder: 'members',
  outline: 'outline',
};

/** The small committee with a campaign beside its reports. */
export function campaignNotice(id: string): Notice {
  const notice = smallCommittee(id, 4);
  const [reports] = notice.directives;
  return NoticeFile.parse({
    ...notice,
    head: { ...notice.head, endsOn: '2021-11-30' },
    directives: [
      reports,
      {
        no: '6',
        title: 'Vệ sinh môi trường',
        provenance: { source: 'notice', sentence: 'Năm 2020 tổ chức 01 đợt cao điểm.' },
        processes: [campaign],
      },
    ],
  });
}

/** A campaign in the register, running, with whichever periods a test opens. */
export interface OpenedCampaign {
  notice: Notice;
  id: string;
  periodOf(key: string): string;
  owed(key: string, party: string): string;
  open(key: string, now: Instant): Promise<string>;
  /** hands in what a party owes in a period */
  handIn(
    key: string,
    party: string,
    signedBy: string,
    at: Instant,
    over?: Partial<NewSubmission>,
  ): Promise<void>;
}

export async function openCampaign(pool: Pool): Promise<OpenedCampaign> {
  const notice = campaignNotice(`k-${randomUUID().slice(0, 8)}`);
  const { id } = notice;
  await loadNotice(pool, { notice, now: LOADED, clock: 'live' });
  await markRunning(pool, id, 'cleanup', '2020-11-11T07:00:00.000Z');
  const periodOf = (key: string) => periodId(id, 'cleanup', key);
  const owed = (key: string, party: string) => obligationId(periodOf(key), 'main', party);
  return {
    notice,
    id,
    periodOf,
    owed,
    async open(key, now) {
      await openPeriod(pool, planPeriod(notice, 'cleanup', key), now);
      return periodOf(key);
    },
    async handIn(key, party, signedBy, at, over = {}) {
      await takeSubmission(pool, {
        id: randomUUID(),
        noticeId: id,
        obligationIds: [owed(key, party)],
        signedBy,
        uploadedBy: `person:${signedBy}`,
        channel: 'link',
        kind: 'report',
        body: 'Đã tổ chức.',
        answers: {},
        checklist: [],
        attachments: [],
        receivedAt: at,
        reviewDueAt: '2021-01-04T10:00:00.000Z',
        now: at,
        composeReceipt: () => [],
        composeReversed: () => [],
        ...over,
      } as NewSubmission);
    },
  };
}
