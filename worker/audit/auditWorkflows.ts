import { type Client, isGrpcServiceError } from '@temporalio/client';
import { NamespaceNotFoundError } from '@temporalio/common';
import { type AuditFinding, findingOf } from '../../contracts/audit.ts';
import { noticeOfWorkflow, roundWorkflowId } from '../../contracts/ids.ts';
import { oldestClimb } from '../../db/escalation/climbsToSend.ts';
import { noticesCarriedOut } from '../../db/notices/noticesCarriedOut.ts';
import { workflowsToRun } from '../../db/periods/workflowsToRun.ts';
import type { Pool } from '../../db/pool.ts';
import { lookAt, type WorkflowSeen } from './lookAt.ts';

/** How much one run asks of Temporal at most. */
const MOST_LISTED = 20_000;
const MOST_LOOKED_AT = 300;
const WITHIN_MS = 60_000;

/** A workflow task that failed so often is not a passing trouble: a bug throws at the same place each time. */
const FAILED_TASKS = 3;
/** A workflow task that nobody takes for so long has no worker. */
const TASK_WAITS_MS = 5 * 60_000;
/** Activities are tried again every 30 s at last: so often is some minutes. */
const FAILED_ATTEMPTS = 10;

export interface WorkflowLimits {
  failedTasks: number;
  failedAttempts: number;
  taskWaitsMs: number;
}

/**
 * Holds what runs in Temporal against what should run by the register: what is missing, what was left over, and what
 * only looks as if it ran. Bounded in calls: one list, and of those that run some hundreds looked at, others each time.
 */
export async function auditWorkflows(
  { pool, client }: { pool: Pool; client: Client },
  limits: WorkflowLimits = {
    failedTasks: FAILED_TASKS,
    failedAttempts: FAILED_ATTEMPTS,
    taskWaitsMs: TASK_WAITS_MS,
  },
): Promise<AuditFinding[]> {
  try {
    // a server that is down answers no call: left to itself the client tries each for minutes
    return await client.withDeadline(Date.now() + WITHIN_MS, () => compare(pool, client, limits));
  } catch (error) {
    const isLost = error instanceof NamespaceNotFoundError || isGrpcServiceError(causeOf(error));
    if (!isLost) throw error;
    return findingOf('temporal-unreachable', null, ['temporal']);
  }
}

async function compare(
  pool: Pool,
  client: Client,
  limits: WorkflowLimits,
): Promise<AuditFinding[]> {
  const wanted = await wantedIds(pool);
  const listed = await listRunning(client);
  const missing = await missingOnes({ pool, client, wanted, listed });
  const leftOver = await leftOvers({ pool, client, wanted, listed });
  const seen = await lookAtAll(client, someOf([...wanted].filter((id) => listed.has(id))));
  return [
    ...byNotice('workflow-missing', missing),
    ...byNotice('workflow-left-over', leftOver),
    ...byNotice('workflow-stands-still', standingStill(seen, limits)),
    ...byNotice('activity-keeps-failing', keepsFailing(seen, limits)),
  ];
}

/** The SDK wraps what the connection says into an error of its own. */
const causeOf = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof Error ? error.cause : error;

async function wantedIds(pool: Pool): Promise<Set<string>> {
  const wanted = new Set<string>();
  for (const { id, state } of await noticesCarriedOut(pool)) {
    if (state === 'closed') continue;
    for (const { workflowId } of await workflowsToRun(pool, id)) wanted.add(workflowId);
  }
  return wanted;
}

async function listRunning(client: Client): Promise<Set<string>> {
  const running = new Set<string>();
  for await (const { workflowId } of client.workflow.list({
    query: 'ExecutionStatus = "Running"',
    pageSize: 1000,
  })) {
    running.add(workflowId);
    if (running.size >= MOST_LISTED) break;
  }
  return running;
}

interface Compared {
  pool: Pool;
  client: Client;
  wanted: Set<string>;
  listed: Set<string>;
}

/** The list lags behind: each that it lacks is looked at, and the register is asked again afterwards. */
async function missingOnes({ pool, client, wanted, listed }: Compared): Promise<string[]> {
  const unlisted = [...wanted].filter((id) => !listed.has(id)).slice(0, MOST_LOOKED_AT);
  const gone = (await lookAtAll(client, unlisted)).filter(({ runs }) => !runs);
  if (gone.length === 0) return [];
  const stillWanted = await wantedIds(pool);
  const { rows } = await pool.query<{ id: string }>(JUST_MARKED);
  const justMarked = new Set(rows.map(({ id }) => id));
  return gone
    .map(({ workflowId }) => workflowId)
    .filter((id) => stillWanted.has(id) && !justMarked.has(id));
}

/** A process is marked as running right before its workflow is started. */
const JUST_MARKED = `
select p.notice_id || '/' || p.id as id from process p join notice n on n.id = p.notice_id
where n.clock = 'live' and p.started_at > clock_timestamp() - interval '1 minute'`;

/**
 * What runs for something that is closed and has nothing in hand that would end it: no task, no activity and no
 * wake-up on its way. The round of a closed notice ends with the last letter that it owes.
 */
async function leftOvers({ pool, client, wanted, listed }: Compared): Promise<string[]> {
  const unwanted = [...listed].filter((id) => !wanted.has(id)).slice(0, MOST_LOOKED_AT);
  const idle = (await lookAtAll(client, unwanted)).filter(({ runs, isIdle }) => runs && isIdle);
  if (idle.length === 0) return [];
  const nowWanted = await wantedIds(pool);
  const { rows } = await pool.query<{ id: string }>('select workflow_id as id from outbox');
  const toBeWoken = new Set(rows.map(({ id }) => id));
  const left: string[] = [];
  for (const { workflowId: id } of idle) {
    if (nowWanted.has(id) || toBeWoken.has(id)) continue;
    const noticeId = noticeOfWorkflow(id);
    if (id === roundWorkflowId(noticeId) && (await oldestClimb(pool, noticeId)) !== null) continue;
    left.push(id);
  }
  return left;
}

/** A window over all ids that moves on each minute, so that in time each is looked at. */
function someOf(ids: string[]): string[] {
  if (ids.length <= MOST_LOOKED_AT) return ids;
  const from = (Math.floor(Date.now() / 60_000) * MOST_LOOKED_AT) % ids.length;
  return [...ids.slice(from), ...ids.slice(0, from)].slice(0, MOST_LOOKED_AT);
}

/** One after another: the watcher must not be the load. */
async function lookAtAll(client: Client, ids: string[]): Promise<WorkflowSeen[]> {
  const seen: WorkflowSeen[] = [];
  for (const id of ids) seen.push(await lookAt(client, id));
  return seen;
}

const standingStill = (seen: WorkflowSeen[], limits: WorkflowLimits): string[] =>
  seen
    .filter(
      ({ task }) =>
        task !== null && (task.attempt >= limits.failedTasks || task.waitsMs > limits.taskWaitsMs),
    )
    .map(({ workflowId }) => workflowId);

const keepsFailing = (seen: WorkflowSeen[], limits: WorkflowLimits): string[] =>
  seen.flatMap(({ workflowId, activities }) =>
    activities
      .filter(({ attempt }) => attempt > limits.failedAttempts)
      .map(({ type, failure }) => `${workflowId} ${type} ${failure}`),
  );

function byNotice(code: AuditFinding['code'], ids: string[]): AuditFinding[] {
  const notices = [...new Set(ids.map(noticeOfWorkflow))].sort();
  return notices.flatMap((notice) =>
    findingOf(
      code,
      notice,
      ids.filter((id) => noticeOfWorkflow(id) === notice),
    ),
  );
}
