import type { ProcessKind } from '../../contracts/notice/index.ts';
import type { LogEntry } from '../../db/log.ts';
import type { Transaction } from '../../db/transaction.ts';
import { judgeCampaign } from './judgeCampaign.ts';
import type { StepContext, StepInput } from './step.ts';

/** What the close of a period means beyond the ladder, in the transaction that closes it. Answers with rows for the log. */
export type WhenClosed = (
  transaction: Transaction,
  context: StepContext,
  input: StepInput,
) => Promise<LogEntry[]>;

const BY_KIND: Partial<Record<ProcessKind, WhenClosed>> = { campaign: judgeCampaign };

/** What this kind of process does when one of its periods closes; most do nothing. */
export const whenClosed: WhenClosed = async (transaction, context, input) =>
  (await BY_KIND[context.process.kind]?.(transaction, context, input)) ?? [];
