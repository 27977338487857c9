import type { DecideProposal } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { noticeWorkflowId, periodId } from '../../contracts/ids.ts';
import type { PlannedPeriod } from '../../contracts/plan.ts';
import { type NewLetter, queueLetters } from '../letters/queueLetters.ts';
import { appendLog } from '../log.ts';
import { wakeLater } from '../outbox.ts';
import { addDecidedPeriod } from '../periods/decidedPeriods.ts';
import type { Pool } from '../pool.ts';
import { inTransaction, type Transaction } from '../transaction.ts';
import { type Affected, readAffected } from './affected.ts';
import { lockObligations } from './lockObligations.ts';
import { type Deciding, decidedBefore, recordDecision } from './recordDecision.ts';

export interface DecideProposalInput extends Deciding {
  proposalId: string;
  /** the obligations that it rests on, which never change */
  missed: string[];
  decision: DecideProposal;
  /** the period of the explanation; null where none is asked for */
  explanation: PlannedPeriod | null;
  compose: (facts: { items: Affected[] }) => NewLetter[];
}

/**
 * Decides one proposal of a released digest; the person is told, and an explanation asked for becomes a period of its
 * own, whose follow-up the notice's workflow starts.
 * @throws NotFound; Conflict where its digest has not been released, it is settled already, the notice is closed, or an
 * explanation of this party is due that day already
 */
export async function decideProposal(
  pool: Pool,
  input: DecideProposalInput,
): Promise<{ decisionId: string }> {
  const { decisionId, noticeId, proposalId, at, decision, explanation } = input;
  return inTransaction(pool, async (transaction) => {
    await lockObligations(transaction, noticeId, input.missed);
    const proposal = await lockProposal(transaction, noticeId, proposalId);
    if (await decidedBefore(transaction, input, 'decide-proposal')) return { decisionId };
    mustBeDecidable(proposal);
    const decided = await recordDecision(transaction, input, {
      kind: 'decide-proposal',
      subject: proposalId,
      reason: decision.reason,
      detail: {
        proposed: proposal.proposed,
        handling: decision.handling,
        dueAt: explanation?.dueAt ?? null,
        obligations: input.missed,
      },
    });
    await transaction.query(
      `update proposal set state = 'decided', handling = $2, decision_id = $3, settled_at = $4 where id = $1`,
      [proposalId, decision.handling, decisionId, at],
    );
    if (explanation !== null) await askFor(transaction, input, explanation);
    const letters = input.compose({ items: await readAffected(transaction, input.missed, at) });
    const queued = await queueLetters(transaction, { noticeId, now: at, letters });
    await appendLog(transaction, noticeId, at, [decided, ...queued]);
    return { decisionId };
  });
}

interface LockedProposal {
  state: 'open' | 'decided' | 'withdrawn';
  proposed: string;
  released: boolean;
}

async function lockProposal(
  transaction: Transaction,
  noticeId: string,
  proposalId: string,
): Promise<LockedProposal> {
  const { rows } = await transaction.query<LockedProposal>(
    `select p.state, p.proposed, g.released_at is not null as released
     from proposal p join digest g on g.period_id = p.digest_id
     where p.id = $1 and p.notice_id = $2 for update of p`,
    [proposalId, noticeId],
  );
  if (rows[0]) return rows[0];
  throw new PermanentFailure(
    FAILURES.notFound,
    `the notice ${noticeId} has no proposal ${proposalId}`,
  );
}

function mustBeDecidable({ state, released }: LockedProposal): void {
  const why = !released
    ? 'the digest that it stands in has not been released'
    : state === 'open'
      ? null
      : `it is ${state} already`;
  if (why !== null) throw new PermanentFailure(FAILURES.conflict, `nothing was decided: ${why}`);
}

async function askFor(
  transaction: Transaction,
  { noticeId, decisionId, at }: DecideProposalInput,
  explanation: PlannedPeriod,
): Promise<void> {
  const { rows } = await transaction.query<{ closed: boolean; taken: boolean }>(
    `select state = 'closed' as closed, exists (select from decided_period where id = $2) as taken
     from notice where id = $1 for share`,
    [noticeId, periodId(noticeId, explanation.processId, explanation.key)],
  );
  if (rows[0]?.closed) {
    throw new PermanentFailure(
      FAILURES.conflict,
      'the notice is closed, so nothing is followed up any more',
      '/handling',
    );
  }
  if (rows[0]?.taken) {
    throw new PermanentFailure(
      FAILURES.conflict,
      'an explanation is due from there that very day already: name another day',
      '/dueDate',
    );
  }
  await addDecidedPeriod(transaction, explanation, { decisionId, at });
  await wakeLater(transaction, [noticeWorkflowId(noticeId)]);
}
