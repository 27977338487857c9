import { randomUUID } from 'node:crypto';
import type { DigestDraft } from '../../contracts/digest.ts';
import { obligationId, periodId } from '../../contracts/ids.ts';
import type { Instant } from '../../contracts/plan.ts';
import { loadNotice } from '../../db/notices/loadNotice.ts';
import { finishStep } from '../../db/periods/finishStep.ts';
import { openPeriod } from '../../db/periods/openPeriod.ts';
import { markRunning } from '../../db/periods/processState.ts';
import type { Pool } from '../../db/pool.ts';
import { planPeriod } from '../../domain/plan/planProcess.ts';
import { activitiesOf } from '../activities/support/activitiesOf.ts';
import { assumed, DIGEST, memberUnder, storyCommittee } from '../stories/storyCommittee.ts';
import { recordFinding, report } from './register.ts';

export const MEMBERS = ['ana', 'binh', 'chi'] as const;
export type Member = (typeof MEMBERS)[number] | 'office';
type Cycle = 'reports' | 'progress' | 'digest';

/** Owed by one member alone on the 10th, with a lock the working day after. */
const PROGRESS = {
  no: '8',
  title: 'Tiến độ',
  provenance: assumed,
  processes: [
    {
      id: 'progress',
      kind: 'reporting-cycle',
      title: 'Tiến độ',
      asks: 'báo cáo tiến độ',
      owes: { parties: ['chi'] },
      to: 'chair',
      recurrence: { every: 'month', days: [10] },
      roll: 'stay',
      ladder: 'members',
      outline: 'outline',
    },
  ],
};

/** A committee of three members with a digest of its reports, and a second cycle that one of them owes. */
export async function openDigestCommittee(pool: Pool) {
  const notice = storyCommittee(`d-${randomUUID().slice(0, 8)}`, {
    posts: MEMBERS.map((id) => memberUnder('deputy', id)),
    directives: [DIGEST, PROGRESS],
  });
  const { id } = notice;
  const early: Instant = '2020-11-11T03:00:00.000Z';
  await loadNotice(pool, { notice, now: early, clock: 'live' });
  for (const cycle of ['reports', 'progress', 'digest']) await markRunning(pool, id, cycle, early);
  const period = (cycle: Cycle, key: string) => periodId(id, cycle, key);
  const owed = (key: string, party: Member, track = 'main', cycle: Cycle = 'reports') =>
    obligationId(period(cycle, key), track, party);
  const open = async (cycle: Cycle, key: string, now: Instant): Promise<void> => {
    await openPeriod(pool, planPeriod(notice, cycle, key), now);
  };
  const { ladder } = activitiesOf(pool);
  return {
    id,
    period,
    owed,
    open,
    /** what a member hands in */
    handIn: (key: string, party: Member, at: Instant, cycle: Cycle = 'reports') => {
      const to = owed(key, party, 'main', cycle);
      return report({ id, owed: () => to } as never, party, `p-${party}`, at);
    },
    find: (obligation: string, at: Instant, doubts: string[] = []) =>
      recordFinding(pool, { id } as never, obligation, { at, doubts }),
    /** the lock is taken on the schedule that an obligation is on */
    lock: async (obligation: string, at: Instant): Promise<void> => {
      const { rows } = await pool.query<{ scheduleId: string }>(
        'select schedule_id as "scheduleId" from obligation where id = $1',
        [obligation],
      );
      const [on] = rows;
      if (!on) throw new Error(`no obligation ${obligation}`);
      await finishStep(pool, { ...on, stepKey: 'lock' }, at);
    },
    /** drafts the digest of a day, and reads it */
    draft: async (key: string, now: Instant): Promise<DigestDraft> => {
      await open('digest', key, now);
      const digest = period('digest', key);
      const step = { periodId: digest, scheduleId: `${digest}/main`, stepKey: 'draft', now };
      await ladder.draftDigest(step);
      const { rows } = await pool.query<{ draft: DigestDraft }>(
        'select draft from digest where period_id = $1',
        [digest],
      );
      const [drafted] = rows;
      if (!drafted) throw new Error(`no digest of ${key}`);
      return drafted.draft;
    },
  };
}
