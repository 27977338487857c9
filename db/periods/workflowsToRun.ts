import { noticeWorkflowId, roundWorkflowId } from '../../contracts/ids.ts';
import type { ProcessKind } from '../../contracts/notice/index.ts';
import type { Queryable } from '../pool.ts';

/** A workflow that should run by what the register holds. */
export type WorkflowToRun = { workflowId: string } & (
  | { what: 'notice' | 'round' }
  | { what: 'process'; processId: string; directive: string; kind: ProcessKind }
  | { what: 'period'; processId: string; directive: string; periodKey: string }
);

/**
 * What should run for a notice that is carried out: its own workflow, the daily round, each process that was started
 * and has not ended, each period that is followed.
 */
export async function workflowsToRun(
  queryable: Queryable,
  noticeId: string,
): Promise<WorkflowToRun[]> {
  const { rows: processes } = await queryable.query<WorkflowToRun>(
    `select 'process' as what, notice_id || '/' || id as "workflowId", id as "processId", directive, kind
     from process where notice_id = $1 and state in ('running', 'paused') order by id`,
    [noticeId],
  );
  const { rows: periods } = await queryable.query<WorkflowToRun>(
    `select 'period' as what, d.id as "workflowId", d.process_id as "processId", p.directive, d.key as "periodKey"
     from period d join process p on p.notice_id = d.notice_id and p.id = d.process_id
     where d.notice_id = $1 and d.state in ('open', 'paused') order by d.opens_at, d.id`,
    [noticeId],
  );
  return [
    { what: 'notice', workflowId: noticeWorkflowId(noticeId) },
    { what: 'round', workflowId: roundWorkflowId(noticeId) },
    ...processes,
    ...periods,
  ];
}
