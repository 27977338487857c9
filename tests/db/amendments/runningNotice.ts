import { randomUUID } from 'node:crypto';
import type { AmendmentKind } from '../../../contracts/decisions.ts';
import { periodId } from '../../../contracts/ids.ts';
import { type Notice, NoticeFile } from '../../../contracts/notice/index.ts';
import type { Instant } from '../../../contracts/plan.ts';
import { type AmendmentFacts, amend } from '../../../db/amendments/amend.ts';
import { keepAmendment } from '../../../db/amendments/textInForce.ts';
import type { NewLetter } from '../../../db/letters/queueLetters.ts';
import { loadNotice } from '../../../db/notices/loadNotice.ts';
import { readNotice } from '../../../db/notices/readNotice.ts';
import { openPeriod } from '../../../db/periods/openPeriod.ts';
import { markRunning } from '../../../db/periods/processState.ts';
import type { Pool } from '../../../db/pool.ts';
import { planPeriod } from '../../../domain/plan/planProcess.ts';
import { smallCommittee } from '../../support/smallCommittee.ts';

const STARTED = '2020-11-11T07:00:00.000Z';
const drafting = (id: string) => ({
  id,
  kind: 'drafting',
  title: 'Chỉ thị',
  asks: 'dự thảo Chỉ thị',
  by: 'ana',
  to: ['chair'],
  due: { date: '2020-12-22', boundary: 'by', time: '17:00' },
  session: 'phiên họp tháng 12/2020',
  stages: [
    { id: 'draft', kind: 'draft', title: 'Dự thảo', endsWorkingDaysBefore: 10 },
    { id: 'submit', kind: 'submit', title: 'Trình', endsWorkingDaysBefore: 0 },
  ],
  ladder: 'members',
  outline: 'outline',
});

/** A notice file as somebody edits it. */
export interface NoticeEdit {
  head: Record<string, unknown>;
  people: { list: Record<string, unknown>[] };
  positions: { list: Record<string, unknown>[] };
  units: { list: Record<string, unknown>[] };
  ladders: { list: Record<string, unknown>[] };
  directives: { no: string; processes: Record<string, unknown>[] }[];
}

/** The small committee with a drafting beside its reports, and one that waits for the day of its session. */
export interface RunningNotice {
  /** as its file was loaded */
  loaded: Notice;
  id: string;
  pool: Pool;
  period(process: string, key: string): string;
  open(process: string, key: string, now: Instant): Promise<string>;
  /** an amended text, made from the one in force */
  edited(change: (file: NoticeEdit) => void): Promise<Notice>;
  /** puts an amended text in force as the chair decides it */
  amend(notice: Notice, at: Instant, over?: Partial<AmendOptions>): Promise<{ woken: string[] }>;
}
interface AmendOptions {
  decisionId: string;
  kind: AmendmentKind;
  compose: (facts: AmendmentFacts) => NewLetter[];
  /** the hash of the text it was made from, where that is not the one in force */
  amends: string;
}

export async function openRunningNotice(pool: Pool): Promise<RunningNotice> {
  const id = `a-${randomUUID().slice(0, 8)}`;
  const file = structuredClone(smallCommittee(id)) as unknown as NoticeEdit;
  const waiting = { ...drafting('waiting'), waitsFor: ['the day of the session'] };
  file.directives[0]?.processes.push(drafting('directive'), waiting);
  const notice = NoticeFile.parse(file);
  await loadNotice(pool, { notice, now: '2020-11-11T03:00:00.000Z', clock: 'live' });
  for (const process of ['reports', 'directive']) await markRunning(pool, id, process, STARTED);
  await pool.query(
    `update process set ordered_at = $2 where notice_id = $1 and state = 'waiting'`,
    [id, STARTED],
  );
  const period = (process: string, key: string) => periodId(id, process, key);
  return {
    loaded: notice,
    id,
    pool,
    period,
    async open(process, key, now) {
      const inForce = await readNotice(pool, id);
      const plan = planPeriod(inForce.notice, process, key, { startsAt: STARTED });
      await openPeriod(pool, plan, now, inForce.sha256);
      return period(process, key);
    },
    async edited(change) {
      const { notice: inForce } = await readNotice(pool, id);
      const copy = structuredClone(inForce) as unknown as NoticeEdit;
      change(copy);
      return NoticeFile.parse(copy);
    },
    async amend(amended, at, over = {}) {
      const { decisionId = randomUUID(), kind = 'amend', compose = () => [] } = over;
      const { sha256 } = await readNotice(pool, id);
      const amends = over.amends ?? sha256;
      await keepAmendment(pool, { decisionId, noticeId: id, notice: amended, amends, at });
      return amend(pool, {
        decisionId,
        noticeId: id,
        actor: { id: 'person:p-chair', capacity: 'chair' },
        at,
        decision: { kind, reason: 'The standing committee decided so.', by: 'the chair' },
        compose,
      });
    },
  };
}

/** The process with this id in an edited file. */
export function processIn(file: NoticeEdit, id: string): Record<string, unknown> {
  const found = file.directives.flatMap(({ processes }) => processes).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no process ${id}`);
  return found;
}

/** An edit that moves the day of the session. */
export const sessionOn =
  (date: string) =>
  (file: NoticeEdit): void => {
    const process = processIn(file, 'directive');
    process.due = { ...(process.due as object), date };
  };
