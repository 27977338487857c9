import {
  type Client,
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { FAILURES, type FailureName, PermanentFailure } from '../contracts/failures.ts';
import { noticeWorkflowId } from '../contracts/ids.ts';
import {
  type ClockInput,
  type DecisionResult,
  START_PROCESSES,
  type StartProcesses,
  TASK_QUEUE,
  type UPDATES,
  type WakeSignal,
  type Words,
} from '../contracts/messages.ts';
import { announce, leaveRollCall, makeWake } from '../db/clock/rollCall.ts';
import { dropWords, keepWords } from '../db/decisions/waitingWords.ts';
import { wakeLater } from '../db/outbox.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { Problem } from './problems/problem.ts';

export type UpdateName = (typeof UPDATES)[keyof typeof UPDATES];

/** A decision for a process; the gateway adds the wake-up that it brings along, and sends it without its words. */
export interface UpdatePayload {
  decisionId: string;
  decision: object;
}

/** What the API asks of the durable processes. */
export interface ProcessGateway {
  /** Orders the notice's workflow to start these processes; asked again, it starts nothing twice. */
  startProcesses(noticeId: string, processIds: string[]): Promise<void>;
  /**
   * Sends a decision to the workflow that it moves and waits for its answer. The decision's id is the Update's id, so a
   * retried decision is taken once.
   * @throws PermanentFailure as the validator or the transaction refused it; Conflict where the workflow has ended
   * @throws Problem `unavailable` where Temporal or its workers do not answer in time
   */
  update(
    noticeId: string,
    workflowId: string,
    name: UpdateName,
    payload: UpdatePayload,
  ): Promise<DecisionResult>;
  /** Whether Temporal answers. */
  reachable(): Promise<boolean>;
}

const ANSWER_WITHIN_MS = 25_000;
const CHECK_WITHIN_MS = 2_000;

/** The gateway to Temporal. In a rehearsal each message is entered in the clock's roll-call before it is sent. */
export function temporalProcessGateway(parts: {
  client: Client;
  pool: Pool;
  /** how long a decision may take before its caller is told to ask again */
  answerWithinMs?: number;
}): ProcessGateway {
  const { client, pool, answerWithinMs = ANSWER_WITHIN_MS } = parts;

  return {
    async startProcesses(noticeId, processIds) {
      const workflowId = noticeWorkflowId(noticeId);
      const { wake, known } = await enterRollCall(pool, noticeId, workflowId);
      const order: StartProcesses = { processIds, wake };
      try {
        await client.withDeadline(Date.now() + answerWithinMs, () =>
          client.workflow.signalWithStart('carryOutNotice', {
            workflowId,
            taskQueue: TASK_QUEUE,
            args: [{ noticeId, clock: clockFrom(wake) }],
            signal: START_PROCESSES,
            signalArgs: [order],
          }),
        );
      } catch (error) {
        await leaveAgain(pool, workflowId, wake, known);
        throw refusalOf(error, 'the notice');
      }
    },

    async update(noticeId, workflowId, name, payload) {
      const { decisionId } = payload;
      const { words, wordless } = withoutWords(payload);
      await keepWords(pool, { decisionId, noticeId, words });
      const wake = await makeWake(pool, noticeId, workflowId);
      try {
        const result = await client.withDeadline(Date.now() + answerWithinMs, () =>
          client.workflow
            .getHandle(workflowId)
            .executeUpdate<DecisionResult, [UpdatePayload & { wake: WakeSignal }]>(name, {
              args: [{ ...wordless, wake }],
              updateId: decisionId,
            }),
        );
        await dropWords(pool, decisionId);
        return result;
      } catch (error) {
        // a refused Update leaves no trace, so nobody would answer its ticket: the outbox's own wake-up gets it answered
        await leaveAgain(pool, workflowId, wake, true);
        const refusal = refusalOf(error, 'the period');
        // where nobody answered it may still be taken
        if (refusal instanceof PermanentFailure) await dropWords(pool, decisionId);
        throw refusal;
      }
    },

    async reachable() {
      try {
        await client.withDeadline(Date.now() + CHECK_WITHIN_MS, () =>
          client.connection.workflowService.getSystemInfo({}),
        );
        return true;
      } catch {
        return false; // whoever asked shows it: not being reachable is this question's answer
      }
    },
  };
}

/** Parts a decision from what was written with it. */
function withoutWords(payload: UpdatePayload): { words: Words; wordless: UpdatePayload } {
  const { reason, comment, missing, by, ...decision } = payload.decision as Words;
  const words: Words = { reason, comment, missing, by };
  return { words, wordless: { ...payload, decision } };
}

/** Enters the message in a rehearsal's roll-call, and the workflow too where this will be its first. */
async function enterRollCall(pool: Pool, noticeId: string, workflowId: string) {
  const { rows } = await pool.query<{ rehearsal: boolean; known: boolean }>(
    `select clock = 'rehearsal' as rehearsal, exists (select from clock_wait where workflow_id = $2) as known
     from notice where id = $1`,
    [noticeId, workflowId],
  );
  if (rows[0]?.rehearsal) await announce(pool, workflowId, noticeId);
  return {
    wake: await makeWake(pool, noticeId, workflowId),
    known: rows[0]?.known ?? false,
  };
}

async function leaveAgain(
  pool: Pool,
  workflowId: string,
  wake: WakeSignal,
  known: boolean,
): Promise<void> {
  if (wake.kind === 'live') return;
  if (!known) return leaveRollCall(pool, workflowId);
  await inTransaction(pool, (transaction) => wakeLater(transaction, [workflowId]));
}

function clockFrom(wake: WakeSignal): ClockInput {
  return wake.kind === 'live'
    ? { kind: 'live' }
    : { kind: 'rehearsal', ticket: wake.ticket, now: wake.now };
}

/** What Temporal threw, as the failure that a caller understands. */
export function refusalOf(error: unknown, what: string): Error {
  const failure = error instanceof WorkflowUpdateFailedError ? innermost(error.cause) : undefined;
  const name = Object.values(FAILURES).find((known) => known === failure?.type);
  if (failure && name) return new PermanentFailure(name as FailureName, failure.message);
  if (error instanceof WorkflowNotFoundError) {
    return new PermanentFailure(
      FAILURES.conflict,
      `${what} is closed, or its workflow has not been started yet`,
    );
  }
  if (isUnreachable(error)) {
    return new Problem(
      'unavailable',
      'the processes do not answer; ask again with the same Idempotency-Key, and it is decided once',
      { retryAfterSeconds: 10 },
    );
  }
  return error instanceof Error ? error : new Error(String(error));
}

/** An activity's failure wraps the one that its transaction threw. */
function innermost(cause: Error | undefined): ApplicationFailure | undefined {
  let found: ApplicationFailure | undefined;
  for (let at: unknown = cause; at instanceof Error; at = at.cause) {
    if (at instanceof ApplicationFailure) found = at;
  }
  return found;
}

function isUnreachable(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isGrpcServiceError(at)) {
      return true;
    }
  }
  return false;
}
