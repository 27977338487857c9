import { processWorkflowId } from '../../contracts/ids.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { LogAction } from '../../domain/log/actions.ts';
import type { LockedProcess } from '../decisions/lockProcess.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';

/** A process of the register with what an amendment of its plan hangs on. */
export type ProcessRow = Pick<LockedProcess, 'state'> & { id: string; startedAt: Instant | null };

/**
 * Locks all processes of a notice until the commit, in order: no period is opened meanwhile, since opening one asks for
 * its process's state under a lock of its own.
 */
export async function lockProcesses(
  transaction: Transaction,
  noticeId: string,
): Promise<ProcessRow[]> {
  const { rows } = await transaction.query<ProcessRow>(
    `select id, state, started_at as "startedAt" from process where notice_id = $1 order by id for no key update`,
    [noticeId],
  );
  return rows;
}

/**
 * Enters the processes that are new and takes away those that leave the file before they began. Those of a notice that
 * runs count as ordered: they start by themselves once their data is complete.
 */
export async function amendProcesses(
  transaction: Transaction,
  change: {
    present: readonly ProcessRow[];
    after: Notice;
    isRunning: boolean;
    by: { actor: string; decisionId: string; at: Instant };
  },
): Promise<LogEntry[]> {
  const { present, after, isRunning, by } = change;
  const wanted = after.directives.flatMap(({ no, processes }) =>
    processes.map(({ id, kind }) => ({ id, kind, directive: no })),
  );
  const ids = new Set(wanted.map(({ id }) => id));
  const known = new Set(present.map(({ id }) => id));
  const gone = present.filter(({ id }) => !ids.has(id)).map(({ id }) => id);
  const added = wanted.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  await transaction.query(
    `delete from process where notice_id = $1 and id = any($2) and state = 'waiting'`,
    [after.id, gone],
  );
  await transaction.query(
    `insert into process as p (notice_id, id, directive, kind, state, ordered_at)
     select $1, w.id, w.directive, w.kind, 'waiting', $3 from jsonb_to_recordset($2) as w(id text, directive text, kind text)
     on conflict (notice_id, id) do update set directive = excluded.directive, kind = excluded.kind where p.state = 'waiting'`,
    [after.id, JSON.stringify(wanted), isRunning ? by.at : null],
  );
  const entry = (action: LogAction) => (id: string) => ({
    actor: by.actor,
    action,
    subject: processWorkflowId(after.id, id),
    detail: { decision: by.decisionId },
  });
  return [...gone.map(entry('process-taken-out')), ...added.map(entry('process-added'))];
}
