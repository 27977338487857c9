import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import {
  defineSearchAttributeKey,
  SearchAttributeType,
  TypedSearchAttributes,
} from '@temporalio/common';
import {
  noticeWorkflowId,
  periodId,
  processWorkflowId,
  roundWorkflowId,
} from '../contracts/ids.ts';
import {
  type ClockInput,
  type FollowUpInput,
  type NoticeInput,
  type ProcessInput,
  type RoundInput,
  TASK_QUEUE,
} from '../contracts/messages.ts';
import type { ProcessKind } from '../contracts/notice/index.ts';
import type { Instant } from '../contracts/plan.ts';
import { announce, leaveRollCall } from '../db/clock/rollCall.ts';
import { readNotice } from '../db/notices/readNotice.ts';
import type { Pool } from '../db/pool.ts';

/** The workflow type of each kind. */
const WORKFLOW_OF: Record<ProcessKind, string> = {
  'reporting-cycle': 'reportingCycle',
  collection: 'collection',
  campaign: 'campaign',
  drafting: 'drafting',
  programme: 'programme',
};

/** A workflow as it is to be started; its clock is added at the start. */
export interface WorkflowStart {
  type: string;
  workflowId: string;
  input: { noticeId: string };
  /** Search attributes beside the notice's. */
  attributes: Record<string, string>;
}

export const noticeStart = (input: Omit<NoticeInput, 'clock'>): WorkflowStart => ({
  type: 'carryOutNotice',
  workflowId: noticeWorkflowId(input.noticeId),
  input,
  attributes: {},
});

export const roundStart = (input: Omit<RoundInput, 'clock'>): WorkflowStart => ({
  type: 'dailyRound',
  workflowId: roundWorkflowId(input.noticeId),
  input,
  attributes: {},
});

export const processStart = (
  kind: ProcessKind,
  input: Omit<ProcessInput, 'clock'>,
): WorkflowStart => ({
  type: WORKFLOW_OF[kind],
  workflowId: processWorkflowId(input.noticeId, input.processId),
  input,
  attributes: { DondocDirective: input.directive, DondocProcess: input.processId },
});

export const followUpStart = (input: Omit<FollowUpInput, 'clock'>): WorkflowStart => ({
  type: 'followUp',
  workflowId: periodId(input.noticeId, input.processId, input.periodKey),
  input,
  attributes: {
    DondocDirective: input.directive,
    DondocProcess: input.processId,
    DondocPeriod: input.periodKey,
  },
});

const keyword = (name: string) => defineSearchAttributeKey(name, SearchAttributeType.KEYWORD);

/**
 * Starts a workflow on its notice's clock. An id that runs already is a start that was retried; one that has run to its
 * end is not started a second time, unless `anew` says that its history is lost or ended too soon.
 * @returns whether it was started now
 */
export async function startWorkflow(
  { pool, client }: { pool: Pool; client: Client },
  { type, workflowId, input, attributes }: WorkflowStart,
  options: { now: Instant; anew?: boolean },
): Promise<boolean> {
  const { clock } = await readNotice(pool, input.noticeId);
  const { now, anew = false } = options;
  if (clock === 'rehearsal') {
    if (anew) await leaveRollCall(pool, workflowId); // what the lost one had answered is nobody's answer now
    await announce(pool, workflowId, input.noticeId);
  }
  const clockInput: ClockInput =
    clock === 'live' ? { kind: 'live' } : { kind: 'rehearsal', ticket: 1, now };
  try {
    await client.workflow.start(type, {
      workflowId,
      taskQueue: TASK_QUEUE,
      args: [{ ...input, clock: clockInput }],
      workflowIdReusePolicy: anew ? 'ALLOW_DUPLICATE' : 'REJECT_DUPLICATE',
      typedSearchAttributes: new TypedSearchAttributes(
        Object.entries({ DondocNotice: input.noticeId, ...attributes }).map(([name, value]) => ({
          key: keyword(name),
          value,
        })),
      ),
    });
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}
