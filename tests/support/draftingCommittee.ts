import { randomUUID } from 'node:crypto';
import { periodId } from '../../contracts/ids.ts';
import { type Notice, NoticeFile } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { loadNotice } from '../../db/notices/loadNotice.ts';
import { openPeriod } from '../../db/periods/openPeriod.ts';
import { markRunning } from '../../db/periods/processState.ts';
import type { Pool } from '../../db/pool.ts';
import { planPeriod } from '../../domain/plan/planProcess.ts';
import type { Committee } from './register.ts';
import { smallCommittee } from './smallCommittee.ts';

/** When a stage of `mechanism` (due by 18/12/2020) is prompted and due: a Friday at the day's end, +07:00. */
export const STAGES = {
  draft: { key: '2020-12-18-draft', prompt: '2020-12-03T01:00:00.000Z' },
  consult: { key: '2020-12-18-consult', prompt: '2020-12-09T01:00:00.000Z' },
  absorb: { key: '2020-12-18-absorb', prompt: '2020-12-14T00:30:00.000Z' },
  submit: { key: '2020-12-18-submit', prompt: '2020-12-17T00:30:00.000Z' },
} as const;
export type StageId = keyof typeof STAGES;

/** A committee that drafts: `ana` for `mechanism`, with members and units consulted; the office may propose `helpers`. */
export interface DraftingCommittee extends Committee {
  notice: Notice;
  /** enters a stage's period as planned, with everybody who owes in it */
  openStage(stage: StageId, process?: string): Promise<string>;
  stageOwed(stage: StageId, party: string, process?: string): string;
}

const stages = [
  { id: 'draft', kind: 'draft', title: 'Dự thảo', endsWorkingDaysBefore: 8 },
  {
    id: 'consult',
    kind: 'consult',
    title: 'Xin ý kiến',
    endsWorkingDaysBefore: 5,
    with: { parties: ['binh'], unitKinds: ['commune'] },
  },
  { id: 'absorb', kind: 'absorb', title: 'Tiếp thu ý kiến', endsWorkingDaysBefore: 2 },
  { id: 'submit', kind: 'submit', title: 'Trình', endsWorkingDaysBefore: 0 },
];

export function draftingNotice(id: string): Notice {
  const { directives, ...committee } = smallCommittee(id, 2);
  const drafting = {
    kind: 'drafting',
    to: ['chair'],
    due: { date: '2020-12-18', boundary: 'by' },
    ladder: 'members',
    outline: 'outline',
  };
  return NoticeFile.parse({
    ...committee,
    directives: [
      ...directives,
      {
        no: '7',
        title: 'Cơ chế hỗ trợ',
        provenance: { source: 'assumed', why: 'a test' },
        processes: [
          {
            ...drafting,
            id: 'mechanism',
            title: 'Xây dựng cơ chế hỗ trợ',
            asks: 'cơ chế hỗ trợ cụ thể',
            by: 'ana',
            stages,
            session: 'phiên họp tháng 12',
            targets: [{ id: 'communes', title: 'xã nâng cao', goal: 2, prepare: 3 }],
          },
          {
            ...drafting,
            id: 'helpers',
            title: 'Đề xuất Tổ giúp việc',
            asks: 'đề xuất Tổ giúp việc',
            by: 'office',
            optional: true,
            stages: [stages[0], stages[3]],
          },
        ],
      },
    ],
  });
}

export async function openDraftingCommittee(
  pool: Pool,
  open: StageId[] = ['draft'],
): Promise<DraftingCommittee> {
  const notice = draftingNotice(`d-${randomUUID().slice(0, 8)}`);
  const { id } = notice;
  const startedAt: Instant = '2020-11-11T07:00:00.000Z';
  await loadNotice(pool, { notice, now: startedAt, clock: 'live' });
  for (const process of ['mechanism', 'helpers']) await markRunning(pool, id, process, startedAt);
  const openStage = async (stage: StageId, process = 'mechanism'): Promise<string> => {
    const { key, prompt } = STAGES[stage];
    await openPeriod(pool, planPeriod(notice, process, key), prompt);
    return periodId(id, process, key);
  };
  for (const stage of open) await openStage(stage);
  const stageOwed = (stage: StageId, party: string, process = 'mechanism'): string =>
    `${periodId(id, process, STAGES[stage].key)}/${party}`;
  const period = periodId(id, 'mechanism', STAGES[open[0] ?? 'draft'].key);
  return {
    id,
    notice,
    period,
    openStage,
    stageOwed,
    open: () => Promise.reject(new Error('a drafting opens stages')),
    owed: (party) => stageOwed(open[0] ?? 'draft', party),
  };
}
