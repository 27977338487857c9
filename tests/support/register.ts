import { randomUUID } from 'node:crypto';
import { obligationId, periodId } from '../../contracts/ids.ts';
import type { LetterDocument, LetterKind } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { NewLetter } from '../../db/letters/queueLetters.ts';
import { loadNotice } from '../../db/notices/loadNotice.ts';
import { finishStep } from '../../db/periods/finishStep.ts';
import { openPeriod } from '../../db/periods/openPeriod.ts';
import { markRunning } from '../../db/periods/processState.ts';
import type { Pool } from '../../db/pool.ts';
import type { NewSubmission } from '../../db/submissions/newSubmission.ts';
import { planPeriod } from '../../domain/plan/planProcess.ts';
import { smallCommittee } from './smallCommittee.ts';

/** The instants of the period of 14/12/2020, a Monday: due at the day's end, +07:00. */
export const DECEMBER = {
  key: '2020-12-14',
  prompt: '2020-12-09T01:00:00.000Z',
  remind: '2020-12-14T01:00:00.000Z',
  due: '2020-12-14T17:00:00.000Z',
  overdue: '2020-12-15T00:30:00.000Z',
  lock: '2020-12-15T04:00:00.000Z',
  chair: '2020-12-16T04:00:00.000Z',
  /** of the certificate's track, the last to close; the main one alone would close a working day earlier */
  close: '2020-12-23T10:00:00.000Z',
} as const;
const LOADED = '2020-11-11T03:00:00.000Z';

/** A notice of its own in the register, with its process running and the period of 14/12/2020 open. */
export interface Committee {
  id: string;
  period: string;
  owed(party: string, track?: string): string;
  /** opens another period by its key */
  open(key: string, now: Instant): Promise<string>;
}

export async function openCommittee(pool: Pool, units = 3): Promise<Committee> {
  const notice = smallCommittee(`c-${randomUUID().slice(0, 8)}`, units);
  const { id } = notice;
  await loadNotice(pool, { notice, now: LOADED, clock: 'live' });
  await markRunning(pool, id, 'reports', '2020-11-11T07:00:00.000Z');
  const open = async (key: string, now: Instant): Promise<string> => {
    await openPeriod(pool, planPeriod(notice, 'reports', key), now);
    return periodId(id, 'reports', key);
  };
  const period = await open(DECEMBER.key, DECEMBER.prompt);
  return { id, period, open, owed: (party, track = 'main') => obligationId(period, track, party) };
}

/** The same once its letters have gone out: a decision then moves what is behind the prompt. */
export async function openPromptedCommittee(pool: Pool): Promise<Committee> {
  const committee = await openCommittee(pool);
  const prompt = { scheduleId: `${committee.period}/main`, stepKey: 'prompt' };
  await finishStep(pool, prompt, DECEMBER.prompt);
  return committee;
}

/** A decision of the chair's in a committee's period, apart from what is decided. */
export const decidedByChair = ({ id, period }: Committee, at: Instant) => ({
  decisionId: randomUUID(),
  noticeId: id,
  periodId: period,
  actor: { id: 'person:p-chair', capacity: 'chair' },
  at,
});

/** A report handed in by a link, to be overridden. */
export function report(
  committee: Pick<Committee, 'id' | 'owed'>,
  party: string,
  signedBy: string,
  receivedAt: Instant,
  over: Partial<NewSubmission> = {},
): NewSubmission {
  return {
    id: randomUUID(),
    noticeId: committee.id,
    obligationIds: [committee.owed(party)],
    signedBy,
    uploadedBy: `person:${signedBy}`,
    channel: 'link',
    kind: 'report',
    body: 'Đã làm xong.',
    answers: {},
    checklist: [],
    attachments: [],
    receivedAt,
    reviewDueAt: '2020-12-21T10:00:00.000Z',
    now: receivedAt,
    composeReceipt: () => [],
    composeReversed: () => [],
    ...over,
  } as NewSubmission;
}

const EMPTY: LetterDocument = {
  language: 'vi',
  subject: 'Thử',
  head: { left: [], right: [] },
  salutation: '',
  blocks: [],
  closing: [],
};

/** A letter of one kind about some obligations; what it says does not matter. */
export function letter(
  kind: LetterKind,
  personId: string,
  obligations: string[],
  notBefore: Instant,
): NewLetter {
  const key = `${kind}/${obligations.join('+')}/${personId}`;
  return { key, kind, personId, periodId: null, obligations, notBefore, document: EMPTY };
}

/** Enters a finding as the lock does. @returns its id */
export async function recordFinding(
  pool: Pool,
  committee: Pick<Committee, 'id'>,
  obligation: string,
  over: { at?: Instant; doubts?: string[]; hasWords?: boolean } = {},
): Promise<string> {
  const { at = DECEMBER.lock, doubts = [], hasWords = true } = over;
  const id = randomUUID();
  await pool.query(
    `insert into finding (id, obligation_id, due_at, last_day, notice_id, state, doubts, has_words, evidence, recorded_at)
     select $1, o.id, o.due_at, s.last_day, $3, $4, $5, $6, '[]', $7
     from obligation o join schedule s on s.id = o.schedule_id where o.id = $2`,
    [
      id,
      obligation,
      committee.id,
      doubts.length > 0 ? 'withheld' : 'recorded',
      doubts,
      hasWords,
      at,
    ],
  );
  return id;
}

/** Takes a rung as the ladder does. */
export async function recordClimb(
  pool: Pool,
  committee: Pick<Committee, 'id'>,
  obligation: string,
  over: { rung?: string; recipient?: string; needsRelease?: boolean; at?: Instant } = {},
): Promise<void> {
  const { rung = 'deputy', recipient = 'deputy', needsRelease = false, at = DECEMBER.lock } = over;
  await pool.query(
    `insert into climb (obligation_id, rung, notice_id, recipient_id, why, taken_at, needs_release)
     values ($1, $2, $3, $4, 'supervisor', $5, $6)`,
    [obligation, rung, committee.id, recipient, at, needsRelease],
  );
}

export async function obligationRow(pool: Pool, id: string) {
  const { rows } = await pool.query<{
    outcome: string;
    due_at: Instant;
    original_due_at: Instant;
    lock_at: Instant | null;
    received_at: Instant | null;
    received_as: string | null;
    schedule_id: string;
  }>(
    'select outcome, due_at, original_due_at, lock_at, received_at, received_as, schedule_id from obligation where id = $1',
    [id],
  );
  const row = rows[0];
  if (!row) throw new Error(`no obligation ${id}`);
  return row;
}

export async function findingState(pool: Pool, obligation: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ state: string }>(
    'select state from finding where obligation_id = $1',
    [obligation],
  );
  return rows[0]?.state;
}

/** Whether a workflow has a wake-up waiting; asking takes it away. */
export async function takeWake(pool: Pool, workflowId: string): Promise<boolean> {
  const { rowCount } = await pool.query('delete from outbox where workflow_id = $1', [workflowId]);
  return rowCount === 1;
}

/** Key and instant of every step still to come on a schedule. */
export async function stepsOf(pool: Pool, scheduleId: string): Promise<Record<string, Instant>> {
  const { rows } = await pool.query<{ key: string; at: Instant }>(
    'select key, at from schedule_step where schedule_id = $1 and done_at is null order by position',
    [scheduleId],
  );
  return Object.fromEntries(rows.map(({ key, at }) => [key, at]));
}

/** What the log says of a subject, in order. */
export async function logOf(pool: Pool, subject: string): Promise<string[]> {
  const { rows } = await pool.query<{ action: string }>(
    'select action from log where subject = $1 order by notice_id, seq',
    [subject],
  );
  return rows.map(({ action }) => action);
}

/**
 * Runs two pieces of work so that both wait for one obligation's (or period's) row at once, in the order given, and then
 * lets them go: a race with a known winner on two connections. With a notice's id they wait for its log's head, each
 * having done all else that does not wait for the other.
 */
export async function race<A, B>(
  pool: Pool,
  id: string,
  first: () => Promise<A>,
  second: () => Promise<B>,
): Promise<[PromiseSettledResult<A>, PromiseSettledResult<B>]> {
  const holder = await pool.connect();
  try {
    await holder.query('begin');
    await holder.query('select 1 from obligation where id = $1 for update', [id]);
    await holder.query('select 1 from period where id = $1 for update', [id]);
    await holder.query('select log_append(id, now(), $2) from notice where id = $1', [
      id,
      JSON.stringify([{ actor: 'test', action: 'holds-the-head', subject: id }]),
    ]);
    const { rows } = await holder.query<{ pid: number }>('select pg_backend_pid() as pid');
    const pid = rows[0]?.pid ?? 0;
    const a = settle(first());
    await waitersBehind(pool, pid, 1);
    const b = settle(second());
    await waitersBehind(pool, pid, 2);
    await holder.query('rollback');
    return [await a, await b];
  } finally {
    holder.release();
  }
}

const settle = async <T>(work: Promise<T>): Promise<PromiseSettledResult<T>> => {
  const [result] = await Promise.allSettled([work]);
  return result as PromiseSettledResult<T>;
};

/** Comes back once so many connections wait, directly or behind one another, for the one with this pid. */
async function waitersBehind(pool: Pool, pid: number, wanted: number): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ n: number }>(
      `with recursive waiting(pid) as (
         select $1::int union
         select a.pid from pg_stat_activity a join waiting w on w.pid = any(pg_blocking_pids(a.pid)))
       select count(*) - 1 as n from waiting`,
      [pid],
    );
    if ((rows[0]?.n ?? 0) >= wanted) return;
  }
}
