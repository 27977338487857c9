import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import {
  defineSearchAttributeKey,
  SearchAttributeType,
  TypedSearchAttributes,
} from '@temporalio/common';
import { periodId, processWorkflowId, roundWorkflowId } from '../contracts/ids.ts';
import {
  type ClockInput,
  type FollowUpInput,
  type ProcessInput,
  type RoundInput,
  TASK_QUEUE,
} from '../contracts/messages.ts';
import type { ProcessKind } from '../contracts/notice/index.ts';
import type { Instant } from '../contracts/plan.ts';
import { announce } from '../db/clock/rollCall.ts';
import { readNotice } from '../db/notices/readNotice.ts';
import { markStarted } from '../db/periods/decidedPeriods.ts';
import { markRunning } from '../db/periods/processState.ts';
import { findProcess } from '../domain/notice/findProcess.ts';
import type { ActivityDeps } from './createActivities.ts';

/** The workflow type of each kind. */
const WORKFLOW_OF: Record<ProcessKind, string> = {
  'reporting-cycle': 'reportingCycle',
  collection: 'collection',
  campaign: 'campaign',
  drafting: 'drafting',
  programme: 'programme',
};

const keyword = (name: string) => defineSearchAttributeKey(name, SearchAttributeType.KEYWORD);

/** Starts other workflows through the client: an id that runs already is a start that was retried. */
export function createStartingActivities({ pool, client }: ActivityDeps) {
  async function start(
    type: string,
    workflowId: string,
    input: { noticeId: string },
    now: Instant,
    attributes: Record<string, string>,
  ): Promise<void> {
    const { clock } = await readNotice(pool, input.noticeId);
    if (clock === 'rehearsal') await announce(pool, workflowId, input.noticeId);
    const clockInput: ClockInput =
      clock === 'live' ? { kind: 'live' } : { kind: 'rehearsal', ticket: 1, now };
    try {
      await client.workflow.start(type, {
        workflowId,
        taskQueue: TASK_QUEUE,
        args: [{ ...input, clock: clockInput }],
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        typedSearchAttributes: new TypedSearchAttributes(
          Object.entries({ DondocNotice: input.noticeId, ...attributes }).map(([name, value]) => ({
            key: keyword(name),
            value,
          })),
        ),
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }

  return {
    /** Starts a process's own workflow and marks it as running. */
    async startProcess(input: {
      noticeId: string;
      processId: string;
      now: Instant;
    }): Promise<void> {
      const { notice } = await readNotice(pool, input.noticeId);
      const { process, directive } = findProcess(notice, input.processId);
      await markRunning(pool, input.noticeId, input.processId, input.now);
      const started: Omit<ProcessInput, 'clock'> = {
        noticeId: input.noticeId,
        processId: input.processId,
        directive: directive.no,
        after: null,
      };
      const workflowId = processWorkflowId(input.noticeId, input.processId);
      await start(WORKFLOW_OF[process.kind], workflowId, started, input.now, {
        DondocDirective: directive.no,
        DondocProcess: input.processId,
      });
    },

    /** Starts the follow-up of one period; its id is the period's. */
    async startFollowUp(input: {
      noticeId: string;
      processId: string;
      directive: string;
      periodKey: string;
      now: Instant;
    }): Promise<void> {
      const { noticeId, processId, directive, periodKey } = input;
      const followed: Omit<FollowUpInput, 'clock'> = { noticeId, processId, directive, periodKey };
      await start('followUp', periodId(noticeId, processId, periodKey), followed, input.now, {
        DondocDirective: directive,
        DondocProcess: processId,
        DondocPeriod: periodKey,
      });
      await markStarted(pool, periodId(noticeId, processId, periodKey), input.now);
    },

    /** Starts the notice's daily round of letters to superiors. */
    async startRound(input: { noticeId: string; now: Instant }): Promise<void> {
      const round: Omit<RoundInput, 'clock'> = { noticeId: input.noticeId };
      await start('dailyRound', roundWorkflowId(input.noticeId), round, input.now, {});
    },
  };
}
