import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { periodId } from '../../contracts/ids.ts';
import { findProcess } from '../../domain/notice/findProcess.ts';
import { refuseTakeOut, type TakeOut } from '../../domain/periods/takeOut.ts';
import { periodKeys, planPeriod } from '../../domain/plan/planProcess.ts';
import type { ComposeReversed } from '../findings/withdrawWords.ts';
import { type NewLetter, queueLetters } from '../letters/queueLetters.ts';
import { toldOf } from '../letters/toldOf.ts';
import { appendLog, type LogEntry } from '../log.ts';
import { readNotice } from '../notices/readNotice.ts';
import { wakeLater } from '../outbox.ts';
import { applyPeriodDecision } from '../periods/applyPeriodDecision.ts';
import {
  addNotes,
  mergedNotes,
  type PeriodDecision,
  periodDecisions,
} from '../periods/periodDecisions.ts';
import type { Pool } from '../pool.ts';
import { inTransaction, type Transaction } from '../transaction.ts';
import { type Affected, readAffected } from './affected.ts';
import type { PeriodDecided } from './lockPeriod.ts';
import { lockProcess, mustBeIn } from './lockProcess.ts';
import { type Deciding, decidedBefore, recordDecision } from './recordDecision.ts';
import { wakeSettled } from './wakeSettled.ts';

export interface TakeOutInput extends Deciding {
  processId: string;
  decision: TakeOut & { reason: string };
  /** `items`: obligations closed by it about which a letter had gone out */
  compose: (items: Affected[]) => NewLetter[];
  composeReversed: ComposeReversed;
}

/**
 * Skips a period or merges it into a later one, for everybody or for some, before it opens or after. Before, it is kept
 * and applied at the opening: nobody is prompted. Afterwards what is open closes at once and findings made for it are
 * withdrawn; the period merged into says in its letters that it covers the other.
 * @throws NotFound, Invalid, Conflict as `refuseTakeOut` says, and Conflict where nothing of it is open any more
 */
export async function takeOutPeriod(pool: Pool, input: TakeOutInput): Promise<PeriodDecided> {
  const { decisionId, noticeId, processId, actor, at, decision } = input;
  const { key, into, parties, reason } = decision;
  const kind = into === null ? 'skip-period' : 'merge-period';
  return inTransaction(pool, async (transaction) => {
    const process = await lockProcess(transaction, input);
    const before = await decidedBefore(transaction, input, kind);
    if (before) return { decisionId, woken: before.woken as string[] };
    mustBeIn(processId, process, ['running', 'paused']);
    const states = await mustMakeSense(transaction, input);

    const taken = periodId(noticeId, processId, key);
    const covering = into === null ? null : periodId(noticeId, processId, into);
    const woken = [taken, covering].filter(
      (id): id is string => id !== null && isFollowed(states, id),
    );
    const decided = await recordDecision(transaction, input, {
      kind,
      subject: taken,
      reason,
      detail: { into, parties, woken },
    });
    await transaction.query(
      `insert into period_decision (decision_id, notice_id, process_id, key, into_key, parties) values ($1, $2, $3, $4, $5, $6)`,
      [decisionId, noticeId, processId, key, into, parties],
    );
    const made: PeriodDecision = {
      decisionId,
      actor: actor.id,
      key,
      into,
      parties,
      isApplied: false,
    };
    const entries = states.has(taken) ? await applyNow(transaction, input, made, taken) : [];
    if (covering !== null && states.has(covering)) {
      const all = await periodDecisions(transaction, input);
      await addNotes(transaction, covering, mergedNotes(all, into ?? ''));
    }
    await wakeLater(transaction, woken);
    await appendLog(transaction, noticeId, at, [decided, ...entries]);
    return { decisionId, woken };
  });
}

/** States of the process's periods that exist, by id. @throws as `refuseTakeOut` says */
async function mustMakeSense(
  transaction: Transaction,
  input: TakeOutInput,
): Promise<Map<string, string>> {
  const { noticeId, processId, decision } = input;
  const { notice, startedAt } = await readNotice(transaction, noticeId);
  const options = startedAt === null ? {} : { startsAt: startedAt };
  const { rows } = await transaction.query<{ id: string; key: string; state: string }>(
    'select id, key, state from period where notice_id = $1 and process_id = $2',
    [noticeId, processId],
  );
  const refusal = refuseTakeOut(decision, {
    kind: findProcess(notice, processId).process.kind,
    keys: periodKeys(notice, processId, options),
    states: new Map(rows.map(({ key, state }) => [key, state])),
    partiesOf: (key) =>
      planPeriod(notice, processId, key, options)
        .tracks.filter((track) => track.key === 'main')
        .flatMap((track) => track.parties),
    before: await periodDecisions(transaction, input),
  });
  if (refusal) {
    throw new PermanentFailure(
      refusal.failure,
      `nothing was decided: ${refusal.why}`,
      refusal.pointer,
    );
  }
  return new Map(rows.map(({ id, state }) => [id, state]));
}

const isFollowed = (states: Map<string, string>, id: string): boolean =>
  states.get(id) === 'open' || states.get(id) === 'paused';

async function applyNow(
  transaction: Transaction,
  input: TakeOutInput,
  decision: PeriodDecision,
  period: string,
): Promise<LogEntry[]> {
  const { noticeId, at } = input;
  const applied = await applyPeriodDecision(transaction, {
    noticeId,
    periodId: period,
    decision,
    now: at,
    composeReversed: input.composeReversed,
  });
  if (applied.closed.length === 0) {
    throw new PermanentFailure(
      FAILURES.conflict,
      `nothing was decided: nobody whom it concerns owes anything in ${period} any more`,
      '/key',
    );
  }
  await wakeSettled(transaction, applied.closed);
  const told = await toldOf(
    transaction,
    applied.closed.filter(({ track }) => track === 'main').map(({ id }) => id),
  );
  const letters = input.compose(await readAffected(transaction, told, at));
  const queued = await queueLetters(transaction, { noticeId, now: at, letters });
  return [...applied.entries, ...queued];
}
