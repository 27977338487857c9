import type { Holder } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { noticeWorkflowId } from '../../contracts/ids.ts';
import type { DecisionResult } from '../../contracts/messages.ts';
import type { Instant } from '../../contracts/plan.ts';
import { type Deciding, decidedBefore, recordDecision } from '../decisions/recordDecision.ts';
import { appendLog, type LogEntry } from '../log.ts';
import { wakeLater } from '../outbox.ts';
import type { Pool } from '../pool.ts';
import { inTransaction, type Transaction } from '../transaction.ts';
import { closeDoors } from './closeDoors.ts';
import { enterHolder } from './enterHolder.ts';
import { handOver } from './handOver.ts';
import { presentHolders } from './presentHolders.ts';

export interface ChangeHolderInput extends Deciding {
  partyId: string;
  decision: {
    /** who leaves: whoever holds the post, one addressee of a unit by name, or nobody */
    leaving: 'holder' | { person: string } | null;
    coming: Holder | null;
    /** from when on; at once unless given */
    since?: Instant | undefined;
    reason: string;
  };
}

/**
 * A post changes hands, or a unit's letters go to somebody else, from an instant on. The past stays: what fell due
 * before is the predecessor's, what is open goes with the post. Whoever leaves loses what opens doors to the post; the
 * newcomer's letter is written by the notice's workflow, at once or when the time has come.
 * @throws NotFound; Invalid where it lies in the past or suits the party's kind not; Conflict where it is entered
 * already, where another one is entered for later, or where the newcomer's id is somebody's
 */
export async function changeHolder(pool: Pool, input: ChangeHolderInput): Promise<DecisionResult> {
  const { decisionId, noticeId, partyId, actor, at, decision } = input;
  const since = decision.since ?? at;
  return inTransaction(pool, async (transaction) => {
    const kind = await lockParty(transaction, input);
    if (await decidedBefore(transaction, input, 'change-holder')) return { decisionId };
    if (since < at) invalid(`a hand-over is entered for now or later; ${since} is past`, '/since');
    const present = await presentHolders(transaction, input);
    const leaving = leavingOf(decision.leaving, present, partyId);
    const coming = await enterHolder(transaction, noticeId, decision.coming);
    if (coming !== null && present.some(({ person }) => person === coming)) {
      refuse(`${coming} holds ${partyId} already`);
    }
    if (leaving === null && coming === null) refuse(`${partyId} is vacant already`);

    const decided = await recordDecision(transaction, input, {
      kind: 'change-holder',
      subject: partyId,
      reason: decision.reason,
      detail: { leaving, coming, since },
    });
    const handed = { noticeId, partyId, leaving, coming, since, sole: kind === 'position' };
    const done = await handOver(transaction, handed, { decisionId, actor: actor.id });
    const entries: LogEntry[] = [decided];
    if (leaving !== null && since === at) {
      entries.push(
        ...(await closeDoors(transaction, { noticeId, partyId, personId: leaving, at })),
      );
    }
    await wakeLater(transaction, [noticeWorkflowId(noticeId)]);
    await appendLog(transaction, noticeId, at, [...entries, done]);
    return { decisionId };
  });
}

/** Two changes of one party wait for each other by its row. @throws NotFound */
async function lockParty(
  transaction: Transaction,
  { noticeId, partyId, decision }: ChangeHolderInput,
): Promise<'position' | 'unit'> {
  const { rows } = await transaction.query<{ kind: 'position' | 'unit' }>(
    'select kind from party where notice_id = $1 and id = $2 for no key update',
    [noticeId, partyId],
  );
  const kind = rows[0]?.kind;
  if (kind === undefined) {
    throw new PermanentFailure(FAILURES.notFound, `the notice ${noticeId} has no party ${partyId}`);
  }
  if ((kind === 'position') !== (decision.leaving === 'holder')) {
    invalid(
      kind === 'position'
        ? `${partyId} is a post: it has one holder, who is changed`
        : `${partyId} is a unit: its addressees are added and removed one by one`,
      '',
    );
  }
  return kind;
}

function leavingOf(
  leaving: ChangeHolderInput['decision']['leaving'],
  present: readonly { person: string }[],
  partyId: string,
): string | null {
  if (leaving === null) return null;
  if (leaving === 'holder') return present[0]?.person ?? null;
  if (present.some(({ person }) => person === leaving.person)) return leaving.person;
  throw new PermanentFailure(
    FAILURES.notFound,
    `${leaving.person} is no addressee of ${partyId}`,
    '/remove',
  );
}

function refuse(why: string): never {
  throw new PermanentFailure(FAILURES.conflict, `nothing was changed: ${why}`);
}

function invalid(why: string, pointer: string): never {
  throw new PermanentFailure(FAILURES.invalid, why, pointer);
}
