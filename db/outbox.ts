import { WAKE } from '../contracts/messages.ts';
import type { Transaction } from './transaction.ts';

/** Notes, in the transaction of a fact, that a workflow must be woken. Several facts before it is told need telling once. */
export async function wakeLater(transaction: Transaction, workflowIds: string[]): Promise<void> {
  if (workflowIds.length === 0) return;
  const inOneOrder = [...new Set(workflowIds)].sort();
  await transaction.query(
    `insert into outbox (workflow_id, signal) select id, $2 from unnest($1::text[]) as id
     on conflict (workflow_id, signal) do nothing`,
    [inOneOrder, WAKE],
  );
  await transaction.query(`select pg_notify('outbox', '')`);
}
