import type { AmendmentKind } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import {
  noticeWorkflowId,
  periodId,
  processWorkflowId,
  roundWorkflowId,
} from '../../contracts/ids.ts';
import { type Notice, NoticeFile } from '../../contracts/notice/index.ts';
import { type Change, compareNotices } from '../../domain/amendment/compareNotices.ts';
import {
  comparePlans,
  type PeriodChange,
  periodOfChange,
} from '../../domain/amendment/comparePlans.ts';
import { withOriginalDays } from '../../domain/amendment/originalDays.ts';
import { type ProcessStates, refusedAmendments } from '../../domain/amendment/refusals.ts';
import { type Affected, type Moved, readAffected } from '../decisions/affected.ts';
import type { LockedObligation } from '../decisions/lockObligations.ts';
import { lockOwed } from '../decisions/lockOwed.ts';
import type { PeriodDecided } from '../decisions/lockPeriod.ts';
import { type Deciding, decidedBefore, recordDecision } from '../decisions/recordDecision.ts';
import { type NewLetter, queueLetters } from '../letters/queueLetters.ts';
import { appendLog, type LogEntry } from '../log.ts';
import { wakeLater } from '../outbox.ts';
import { erasedPersons } from '../people/erasedPersons.ts';
import type { Pool } from '../pool.ts';
import { inTransaction, type Transaction } from '../transaction.ts';
import { amendPeople } from './amendPeople.ts';
import { type AmendedPeriod, amendPeriod } from './amendPeriod.ts';
import { amendProcesses, lockProcesses, type ProcessRow } from './amendProcesses.ts';
import { type InForce, lockText, putInForce, takeAmendment } from './textInForce.ts';

export interface AmendInput extends Deciding {
  decision: { kind: AmendmentKind; reason: string; by: string | null };
  compose: (facts: AmendmentFacts) => NewLetter[];
}

/** What the letters about an amendment are composed from. */
export interface AmendmentFacts {
  before: Notice;
  after: Notice;
  /** obligations whose due time has moved, as they are now, with the last day that they had */
  moved: Moved[];
  /** obligations that are owed no longer, as they were */
  gone: Affected[];
}

/**
 * Puts an amended text in force: the old one is kept as a version, people, posts and processes are entered, every period
 * that is followed moves to its new plan with the old dates kept, and everybody who has something to learn of it is
 * woken. One row of the log for each field and each obligation that changes.
 * @throws NotFound; Conflict where the text was made from one that is no longer in force, changes nothing, or the notice
 * is closed; Invalid for what cannot be amended. Then nothing is changed
 */
export async function amend(pool: Pool, input: AmendInput): Promise<PeriodDecided> {
  const { decisionId, noticeId, actor, at, decision } = input;
  return inTransaction(pool, async (transaction) => {
    const inForce = await lockText(transaction, noticeId);
    const decided = await decidedBefore(transaction, input, decision.kind);
    if (decided) return { decisionId, woken: decided.woken as string[] };
    mustNotBeClosed(inForce, noticeId);
    const asked = await takeAmendment(transaction, input, inForce);
    const processes = await lockProcesses(transaction, noticeId);
    const erased = await erasedPersons(transaction, noticeId);
    const { after, changes } = amendedText(inForce.notice, asked, { processes, erased });
    const plans = plannedChanges(inForce, after, processes);
    const periods = await lockFollowed(transaction, noticeId, plans, at);

    const woken = toWake(noticeId, processes, periods);
    const entries: LogEntry[] = [
      await recordDecision(transaction, input, {
        kind: decision.kind,
        subject: noticeId,
        reason: decision.reason,
        detail: { woken, fields: changes.map(({ path }) => path) },
      }),
      ...changes.map((change) => changeEntry(input, change)),
    ];
    await keepDecider(transaction, input);
    const version = await putInForce(transaction, input, inForce, after);
    const by = { actor: actor.id, decisionId, at };
    entries.push(...(await amendPeople(transaction, { before: inForce.notice, after, by })));
    const isRunning = inForce.state === 'running';
    entries.push(
      ...(await amendProcesses(transaction, { present: processes, after, isRunning, by })),
    );
    await passOver(transaction, input, plans);
    const amended: AmendedPeriod = { entries: [], moved: [], gone: [] };
    for (const { id, change, owed } of periods) {
      const done = await amendPeriod(transaction, { id, change, owed, after, by });
      amended.entries.push(...done.entries);
      amended.moved.push(...done.moved);
      amended.gone.push(...done.gone);
    }
    await mustKeepLadders(transaction, after);
    const lastDays = new Map(periods.flatMap(({ lastDays: days }) => [...days]));
    const facts: AmendmentFacts = {
      before: inForce.notice,
      after,
      moved: (await readAffected(transaction, amended.moved, at)).map((item) => ({
        ...item,
        oldLastDay: lastDays.get(item.obligationId) ?? item.lastDay,
      })),
      gone: await readAffected(transaction, amended.gone, at),
    };
    const letters = input.compose(facts);
    const queued = await queueLetters(transaction, { noticeId, now: at, letters });
    await wakeLater(transaction, woken);
    const inForceNow: LogEntry = {
      actor: actor.id,
      action: 'version-in-force',
      subject: noticeId,
      detail: { decision: decisionId, version },
    };
    await appendLog(transaction, noticeId, at, [
      ...entries,
      inForceNow,
      ...amended.entries,
      ...queued,
    ]);
    return { decisionId, woken };
  });
}

function mustNotBeClosed({ state }: InForce, noticeId: string): void {
  if (state !== 'closed') return;
  throw new PermanentFailure(FAILURES.conflict, `nothing was amended: ${noticeId} is closed`);
}

function amendedText(
  before: Notice,
  asked: Notice,
  { processes, erased }: { processes: readonly ProcessRow[]; erased: ReadonlySet<string> },
): { after: Notice; changes: Change[] } {
  const states: ProcessStates = new Map(processes.map(({ id, state }) => [id, state]));
  const [refused] = refusedAmendments(before, asked, { states, erased });
  if (refused) throw new PermanentFailure(FAILURES.invalid, refused.reason, refused.pointer);
  const isStarted = (processId: string): boolean => states.get(processId) !== 'waiting';
  // read through the format again: the same file has the same hash, in whatever order the register keeps its fields
  const after = NoticeFile.parse(withOriginalDays(before, asked, isStarted));
  const changes = compareNotices(before, after);
  if (changes.length > 0) return { after, changes };
  throw new PermanentFailure(FAILURES.conflict, 'nothing was amended: the text is as it was');
}

/** What becomes of the periods of every process that runs. */
function plannedChanges(
  { notice, startedAt }: InForce,
  after: Notice,
  processes: readonly ProcessRow[],
): PeriodChange[] {
  return processes
    .filter(({ state }) => state === 'running' || state === 'paused')
    .flatMap((process) =>
      comparePlans(notice, after, process.id, process.startedAt ?? startedAt ?? undefined),
    );
}

interface Followed {
  id: string;
  change: PeriodChange;
  /** its open obligations */
  owed: LockedObligation[];
  /** the last day in time of each, by its id, before the amendment */
  lastDays: Map<string, string>;
}

/** Locks the open obligations of all periods that change, by id, and then those periods that are followed. */
async function lockFollowed(
  transaction: Transaction,
  noticeId: string,
  plans: readonly PeriodChange[],
  at: string,
): Promise<Followed[]> {
  const changes = new Map(plans.map((change) => [idOf(change), change]));
  const changing = [...changes.keys()];
  const locked = await lockOwed(transaction, { noticeId, periods: changing }, () =>
    openIn(transaction, changing),
  );
  const owed = locked.filter(({ outcome }) => outcome === 'open');
  const { rows: periods } = await transaction.query<{ id: string }>(
    `select id from period where id = any($1) and state in ('open', 'paused') order by id`,
    [changing],
  );
  const affected = await readAffected(
    transaction,
    owed.map(({ id }) => id),
    at,
  );
  return periods.flatMap(({ id }) => {
    const change = changes.get(id);
    if (change === undefined) return [];
    const days = affected
      .filter(({ periodId: one }) => one === id)
      .map((item) => [item.obligationId, item.lastDay] as const);
    const mine = owed.filter((one) => one.periodId === id);
    return [{ id, change, owed: mine, lastDays: new Map(days) }];
  });
}

async function openIn(transaction: Transaction, periods: readonly string[]): Promise<string[]> {
  const { rows } = await transaction.query<{ id: string }>(
    `select o.id from period p join obligation o on o.period_id = p.id and o.outcome = 'open'
     where p.id = any($1) and p.state in ('open', 'paused')`,
    [periods],
  );
  return rows.map(({ id }) => id);
}

function idOf(change: PeriodChange): string {
  const { noticeId, processId, key } = periodOfChange(change);
  return periodId(noticeId, processId, key);
}

/** Processes read again what is next, follow-ups their agenda; the notice looks for what can start now. */
const toWake = (
  noticeId: string,
  processes: readonly ProcessRow[],
  periods: readonly Followed[],
): string[] => [
  noticeWorkflowId(noticeId),
  roundWorkflowId(noticeId),
  ...processes
    .filter(({ state }) => state === 'running' || state === 'paused')
    .map(({ id }) => processWorkflowId(noticeId, id)),
  ...periods.map(({ id }) => id),
];

/** Ids, days and codes, as the log may hold them; a name or a text is told by the version alone. */
const LOGGABLE = /^[a-z0-9:-]{1,64}$/;

function changeEntry({ actor, decisionId, noticeId }: AmendInput, change: Change): LogEntry {
  const { path, kind, before, after } = change;
  const isTold = kind === 'dates' || kind === 'owners' || kind === 'ladder';
  const told = (value: unknown) =>
    isTold && typeof value === 'string' && LOGGABLE.test(value) ? value : undefined;
  return {
    actor: actor.id,
    action: 'field-amended',
    subject: noticeId,
    detail: { decision: decisionId, field: path, kind, from: told(before), to: told(after) },
  };
}

async function keepDecider(
  transaction: Transaction,
  { decisionId, decision }: AmendInput,
): Promise<void> {
  await transaction.query('update decision_text set decided_by = $2 where decision_id = $1', [
    decisionId,
    decision.by,
  ]);
}

/** What is followed goes on with the ladder of its plan. @throws Invalid where the amended file lacks it */
async function mustKeepLadders(transaction: Transaction, after: Notice): Promise<void> {
  const { rows } = await transaction.query<{ ladder: string; period: string }>(
    `select t.ladder, min(p.id) as period from period p, jsonb_to_recordset(p.plan->'tracks') as t(ladder text)
     where p.notice_id = $1 and p.state in ('open', 'paused') and t.ladder <> all($2) group by 1 order by 1`,
    [after.id, after.ladders.list.map(({ id }) => id)],
  );
  const [row] = rows;
  if (!row) return;
  throw new PermanentFailure(
    FAILURES.invalid,
    `${row.period} is followed by it: leave it in the file until that is closed`,
    `/ladders/${row.ladder}`,
  );
}

/** Nobody can owe anything in a period that is new and whose due time is over: it is never opened. */
async function passOver(
  transaction: Transaction,
  { decisionId, at }: AmendInput,
  plans: readonly PeriodChange[],
): Promise<void> {
  const over = plans.flatMap((change) =>
    change.what === 'appears' && !change.after.beforeStart && change.after.dueAt <= at
      ? [change.after]
      : [],
  );
  await transaction.query(
    `insert into passed_over_period (notice_id, process_id, key, decision_id)
     select o."noticeId", o."processId", o.key, $2
     from jsonb_to_recordset($1) as o("noticeId" text, "processId" text, key text)
     on conflict do nothing`,
    [
      JSON.stringify(over.map(({ noticeId, processId, key }) => ({ noticeId, processId, key }))),
      decisionId,
    ],
  );
}
