import { processWorkflowId, roundWorkflowId } from '../../contracts/ids.ts';
import type { Pause } from '../../contracts/letters/campaigns.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import { isInsidePause, lapsedInPause, type PausedSpan } from '../../domain/ladder/pauseShift.ts';
import type { NewLetter } from '../letters/queueLetters.ts';
import { appendLog, type LogEntry } from '../log.ts';
import { readNotice } from '../notices/readNotice.ts';
import { wakeLater } from '../outbox.ts';
import type { Pool } from '../pool.ts';
import { inTransaction, type Transaction } from '../transaction.ts';
import { readAffected } from './affected.ts';
import type { WhenClosedByDecision } from './closedByDecision.ts';
import { closeObligations } from './closeObligations.ts';
import type { LockedObligation } from './lockObligations.ts';
import { lockOwed } from './lockOwed.ts';
import type { PeriodDecided } from './lockPeriod.ts';
import { followedPeriods, lockProcess, mustBeIn, type ProcessDeciding } from './lockProcess.ts';
import { decidedBefore, recordDecision } from './recordDecision.ts';
import { type PausedPeriod, shiftPeriod } from './shiftPeriod.ts';
import { type MovedFacts, tellMoved } from './tellMoved.ts';

export interface ResumeInput extends ProcessDeciding {
  /** for each turn that opened and fell due inside the pause */
  whenClosed: WhenClosedByDecision;
  /** for whoever has been asked for what the pause has moved */
  compose: (facts: MovedFacts) => NewLetter[];
}

/**
 * Resumes a paused process: each open period is extended by the paused span, the pause as reason and the old date kept;
 * a turn that opened and fell due inside the pause is recorded as paused; later periods keep their dates. Who handed in
 * after a due time that the pause has moved was not late.
 * @throws NotFound, Conflict where it is not paused
 */
export async function resumeProcess(pool: Pool, input: ResumeInput): Promise<PeriodDecided> {
  const { decisionId, noticeId, processId, at, decision } = input;
  return inTransaction(pool, async (transaction) => {
    const process = await lockProcess(transaction, input);
    const before = await decidedBefore(transaction, input, 'resume');
    if (before) return { decisionId, woken: before.woken as string[] };
    mustBeIn(processId, process, ['paused']);
    const span: PausedSpan = { pausedAt: process.pausedAt ?? at, resumedAt: at };
    const paused = await followedPeriods(transaction, input);
    const owed = await lockOwed(transaction, { noticeId, periods: paused }, () =>
      obligationsInPause(transaction, input, span),
    );
    const touched = owed.filter(({ outcome }) => outcome === 'open' || outcome === 'late');
    const { rows: periods } = await transaction.query<PausedPeriod>(
      `select id, opens_at as "opensAt", due_at as "dueAt", plan from period
       where id = any($1) and state = 'paused' order by id`,
      [paused],
    );
    const woken = [...periods.map(({ id }) => id), roundWorkflowId(noticeId)];
    const decided = await recordDecision(transaction, input, {
      kind: 'resume',
      subject: processWorkflowId(noticeId, processId),
      reason: decision.reason,
      detail: { woken, pausedAt: span.pausedAt },
    });
    const { notice } = await readNotice(transaction, noticeId);
    const entries: LogEntry[] = [decided];
    const open = touched.filter(({ outcome }) => outcome === 'open').map(({ id }) => id);
    const stood = await readAffected(transaction, open, at);
    for (const period of periods) {
      const owed = touched.filter(({ periodId }) => periodId === period.id);
      entries.push(...(await resumePeriod(transaction, { input, notice, span }, period, owed)));
    }
    await transaction.query(
      `update process set state = 'running', paused_at = null where notice_id = $1 and id = $2`,
      [noticeId, processId],
    );
    const { compose } = input;
    const told = { noticeId, before: stood, pausedAt: span.pausedAt, at, compose };
    entries.push(...(await tellMoved(transaction, told)));
    await wakeLater(transaction, woken);
    await appendLog(transaction, noticeId, at, entries);
    return { decisionId, woken };
  });
}

/** What a pause may have touched: open, or handed in after a due time that it moves. */
async function obligationsInPause(
  transaction: Transaction,
  { noticeId, processId }: ProcessDeciding,
  { pausedAt }: PausedSpan,
): Promise<string[]> {
  const { rows } = await transaction.query<{ id: string }>(
    `select o.id from period p join obligation o on o.period_id = p.id
       and (o.outcome = 'open' or (o.outcome = 'late' and o.received_at >= o.due_at and o.due_at > $3))
     where p.notice_id = $1 and p.process_id = $2 and p.state = 'paused'`,
    [noticeId, processId, pausedAt],
  );
  return rows.map(({ id }) => id);
}

async function resumePeriod(
  transaction: Transaction,
  { input, notice, span }: { input: ResumeInput; notice: Notice; span: PausedSpan },
  period: PausedPeriod,
  owed: LockedObligation[],
): Promise<LogEntry[]> {
  const { actor, decisionId, at } = input;
  const by = { actor: actor.id, decisionId, at };
  const turn = { ...period, tracks: period.plan.tracks };
  const lapsed = lapsedInPause(turn, owed, span);
  const going = owed.filter((one) => !lapsed.includes(one));
  const isOver = isInsidePause(turn, span) && going.every(({ outcome }) => outcome !== 'open');
  const moved = await shiftPeriod(transaction, { period, owed: going, notice, span, by });
  const closed = await closeObligations(transaction, lapsed, 'paused', by);
  await transaction.query(
    `update period set state = $2, closed_at = case when $2 = 'closed' then $3::timestamptz end where id = $1`,
    [period.id, isOver ? 'closed' : 'open', at],
  );
  const entry: LogEntry = {
    actor: actor.id,
    action: isOver ? 'period-recorded-as-paused' : 'period-resumed',
    subject: period.id,
    detail: { decision: decisionId },
  };
  if (!isOver) return [entry, ...closed, ...moved];
  const { processId } = input;
  const pause = { ...(await pauseOf(transaction, input)), until: at };
  const further = await input.whenClosed(transaction, { ...period, processId, pause, at });
  return [entry, ...closed, ...moved, ...further];
}

/** When and why the process was paused. */
async function pauseOf(
  transaction: Transaction,
  { noticeId, processId }: ProcessDeciding,
): Promise<Omit<Pause, 'until'>> {
  const { rows } = await transaction.query<Omit<Pause, 'until'>>(
    `select d.at as "from", coalesce(t.reason, '') as reason from decision d left join decision_text t on t.decision_id = d.id
     where d.notice_id = $1 and d.kind = 'pause' and d.subject = $2 order by d.at desc limit 1`,
    [noticeId, processWorkflowId(noticeId, processId)],
  );
  const [pause] = rows;
  if (pause) return pause;
  throw new Error(`${processId} is paused without a decision on record`);
}
