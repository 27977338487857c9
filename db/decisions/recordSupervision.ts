import type { RecordSupervision } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { processWorkflowId } from '../../contracts/ids.ts';
import type { Instant } from '../../contracts/plan.ts';
import { type ListFault, listFaults } from '../../domain/notice/supervisionLists.ts';
import { type NewLetter, queueLetters } from '../letters/queueLetters.ts';
import { appendLog, type LogEntry } from '../log.ts';
import type { Pool } from '../pool.ts';
import { inTransaction, type Transaction } from '../transaction.ts';
import { lockProcess, mustBeIn } from './lockProcess.ts';
import { type Deciding, decidedBefore, recordDecision } from './recordDecision.ts';
import { type PartyNow, readParties } from './splitParties.ts';

/** A deputy of a recorded list, as his letter speaks of it. */
export interface RecordedList {
  deputy: PartyNow;
  units: PartyNow[];
}

export interface RecordSupervisionInput extends Deciding {
  processId: string;
  decision: RecordSupervision;
  /** the units that have to be in it, each once */
  units: readonly string[];
  compose: (facts: { lists: RecordedList[]; decision: RecordSupervision }) => NewLetter[];
}

/** What recording a list answers. */
export interface SupervisionRecorded {
  decisionId: string;
  /** how many units stand under somebody else than before */
  changed: number;
}

/**
 * The office records the list that the chair has signed (clause 2): from now on its units stand under the deputies that
 * it names, and ladders climb to them, since they look that up when a rung fires. Who stood above a unit before stays on
 * record with its time; what a list leaves as it was is not touched. A later correction is the same decision again.
 * @throws NotFound, Invalid naming every unit and position at fault, Conflict where the process has not started or was
 * cancelled
 */
export async function recordSupervision(
  pool: Pool,
  input: RecordSupervisionInput,
): Promise<SupervisionRecorded> {
  const { decisionId, noticeId, processId, at, decision } = input;
  return inTransaction(pool, async (transaction) => {
    const process = await lockProcess(transaction, input);
    const before = await decidedBefore(transaction, input, 'record-supervision');
    if (before) return { decisionId, changed: Number(before.changed) };
    mustBeIn(processId, process, ['running', 'paused', 'done']);
    const parties = await readParties(transaction, noticeId, at);
    mustBeRight(decision, input.units, parties);

    const wanted = decision.lists.flatMap(({ deputy, units }) =>
      units.map((unit) => ({ unit, deputy })),
    );
    const changed = wanted.filter(({ unit, deputy }) => parties.get(unit)?.supervisor !== deputy);
    const decided = await recordDecision(transaction, input, {
      kind: 'record-supervision',
      subject: processWorkflowId(noticeId, processId),
      reason: decision.reason,
      detail: { signedOn: decision.signedOn, lists: decision.lists, changed: changed.length },
    });
    await transaction.query(
      `insert into supervision_list (decision_id, notice_id, process_id, signed_on, number, recorded_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [decisionId, noticeId, processId, decision.signedOn, decision.number ?? null, at],
    );
    await putUnder(transaction, { noticeId, decisionId, at, changed });
    const lists = decision.lists.map(({ deputy, units }) => ({
      deputy: partyIn(parties, deputy),
      units: units.map((unit) => partyIn(parties, unit)),
    }));
    const letters = input.compose({ lists, decision });
    const queued = await queueLetters(transaction, { noticeId, now: at, letters });
    await appendLog(transaction, noticeId, at, [
      decided,
      ...changed.map(({ unit, deputy }) => changedEntry(input, unit, deputy, parties)),
      ...queued,
    ]);
    return { decisionId, changed: changed.length };
  });
}

/** Ends what stood until now and enters what stands from now on. */
async function putUnder(
  transaction: Transaction,
  change: {
    noticeId: string;
    decisionId: string;
    at: Instant;
    changed: { unit: string; deputy: string }[];
  },
): Promise<void> {
  const { noticeId, decisionId, at, changed } = change;
  const units = changed.map(({ unit }) => unit);
  await transaction.query(
    `update supervision set until = $3 where notice_id = $1 and party_id = any($2) and until is null and since < $3`,
    [noticeId, units, at],
  );
  // recorded twice at one instant the later list counts: a span of no length would say that both stood
  await transaction.query(
    `insert into supervision (notice_id, party_id, supervisor_id, since, decision_id)
     select $1, u.unit, u.deputy, $2, $3 from unnest($4::text[], $5::text[]) as u(unit, deputy)
     on conflict (notice_id, party_id, since)
       do update set supervisor_id = excluded.supervisor_id, decision_id = excluded.decision_id`,
    [noticeId, at, decisionId, units, changed.map(({ deputy }) => deputy)],
  );
}

function mustBeRight(
  { lists }: RecordSupervision,
  units: readonly string[],
  parties: Map<string, PartyNow>,
): void {
  const faults = listFaults(lists, {
    units,
    isPosition: (id) => parties.get(id)?.kind === 'position',
    isHeldBySame: (unit, position) => {
      const holders = (id: string) => (parties.get(id)?.holders ?? []).map((one) => one.personId);
      return holders(unit).some((person) => holders(position).includes(person));
    },
  });
  if (faults.length === 0) return;
  throw new PermanentFailure(
    FAILURES.invalid,
    faults.map(({ code, ids }) => `${SAID[code]}: ${ids.join(', ')}`).join('; '),
    '/lists',
  );
}

const SAID: Record<ListFault['code'], string> = {
  'unit-under-two': 'under two deputies, or twice under one',
  'unit-unknown': 'no unit that is to be split',
  'unit-left-out': 'left out',
  'deputy-unknown': 'no position of this notice',
  'deputy-twice': 'with two lists',
  'supervises-himself': 'under whoever answers for it himself',
};

function partyIn(parties: Map<string, PartyNow>, id: string): PartyNow {
  const party = parties.get(id);
  if (!party) throw new Error(`${id} was checked and is no party`);
  return party;
}

const changedEntry = (
  { actor, noticeId, decisionId }: RecordSupervisionInput,
  unit: string,
  deputy: string,
  parties: Map<string, PartyNow>,
): LogEntry => ({
  actor: actor.id,
  action: 'supervision-recorded',
  subject: `${noticeId}/${unit}`,
  detail: {
    decision: decisionId,
    supervisor: deputy,
    before: parties.get(unit)?.supervisor ?? null,
  },
});
