import { randomUUID } from 'node:crypto';
import type { DigestDraft, EarlierProposal } from '../../contracts/digest.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { readStreaks } from '../../db/findings/readStreaks.ts';
import type { Pool } from '../../db/pool.ts';
import { type EarlierProposalRow, earlierProposals } from '../../db/proposals/earlierProposals.ts';
import type { ProposalEntered } from '../../db/proposals/enterProposals.ts';
import { missesOf } from '../../db/proposals/missesOf.ts';
import { proposedBefore } from '../../db/proposals/proposedBefore.ts';
import { silentPersons } from '../../db/proposals/silentPersons.ts';
import { proposalsFor } from '../../domain/ladder/proposals.ts';
import { findProcess } from '../../domain/notice/findProcess.ts';
import { parties, partyTitle } from '../../domain/notice/roster.ts';

/** What a digest proposes, as records of the register to be, and what became of what earlier ones proposed. */
export interface DraftedProposals {
  records: ProposalEntered[];
  proposals: DigestDraft['proposals'];
  earlier: EarlierProposal[];
}

/**
 * Works out a digest's proposals (closing clause: "đề xuất … xử lý những cán bộ không triển khai thực hiện theo quy
 * định") from the misses on record at `now`, in whatever process, and what became of the earlier ones; what nobody decided stands as such.
 */
export async function draftProposals(
  pool: Pool,
  notice: Notice,
  digest: { processId: string; periodId: string; now: Instant },
): Promise<DraftedProposals> {
  const noticeId = notice.id;
  const people = await silentPersons(pool, noticeId);
  const personIds = people.map(({ personId }) => personId);
  const streaks = await readStreaks(pool, { noticeId, personIds, now: digest.now });
  const missed = [...streaks.values()].flatMap(({ latestRow }) => latestRow.missed);
  const found = proposalsFor(people, {
    streaks,
    misses: await missesOf(pool, missed),
    before: await proposedBefore(pool, noticeId, personIds),
    rules: notice.settings.proposals,
    parties: parties(notice).map(({ id }) => id),
  });
  const records = found.map((one) => ({ ...one, id: randomUUID() }));
  const replaced = new Set(records.flatMap(({ replaces }) => replaces));
  const before = await earlierProposals(pool, {
    noticeId,
    digestProcess: digest.processId,
    digestPeriodId: digest.periodId,
  });
  return {
    records,
    proposals: records.map(({ id, personId, holder, capacity, propose, ...counts }) => ({
      id,
      personId,
      holder,
      capacity,
      missesInARow: counts.missesInARow,
      missesInAll: counts.missesInAll,
      missedIn: counts.missedIn.map((processId) => findProcess(notice, processId).process.title),
      propose,
    })),
    earlier: before.map((row) => whatBecame(row, notice, replaced)),
  };
}

function whatBecame(
  row: EarlierProposalRow,
  notice: Notice,
  replaced: ReadonlySet<string>,
): EarlierProposal {
  const { holder, capacity, missesInARow, propose, handling, decidedAs, settledAt } = row;
  return {
    holder,
    capacity,
    missesInARow,
    propose,
    became: becameOf(row, replaced),
    handling,
    decidedBy: decidedAs === null ? null : partyTitle(notice, decidedAs),
    settledAt,
    explanation: row.explanation,
  };
}

function becameOf(
  { id, state, withdrawnWhy, shown }: EarlierProposalRow,
  replaced: ReadonlySet<string>,
): EarlierProposal['became'] {
  if (state === 'decided') return 'decided';
  if (withdrawnWhy !== null) return withdrawnWhy;
  if (replaced.has(id)) return 'proposed-anew';
  return shown ? 'undecided' : 'not-shown';
}
