import type { DecideProposal } from '../../contracts/decisions.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant, PlannedPeriod } from '../../contracts/plan.ts';
import type { Affected } from '../../db/decisions/affected.ts';
import type { NewLetter } from '../../db/letters/queueLetters.ts';
import type { ProposalRow } from '../../db/reading/proposals.ts';
import { findProcess } from '../../domain/notice/findProcess.ts';
import { matterOf, noticeHead } from '../../domain/notice/letterFacts.ts';
import { partyTitle } from '../../domain/notice/roster.ts';
import { calendarBeyondTables } from '../../domain/plan/calendarOf.ts';
import { composeLetter } from '../../letters/compose/composeLetter.ts';

/** What was decided on a proposal, and about whom. */
export interface HandlingDecided {
  decisionId: string;
  at: Instant;
  /** the position in which it was decided */
  capacity: string;
  decision: DecideProposal;
  explanation: PlannedPeriod | null;
  proposal: ProposalRow;
  contact: { name: string; hasAddress: boolean } | undefined;
}

/** One letter to the person: the decision with the very misses that it rests on. */
export const handlingLetters =
  (notice: Notice, decided: HandlingDecided) =>
  ({ items }: { items: Affected[] }): NewLetter[] => {
    const { decisionId, at, capacity, decision, explanation, proposal, contact } = decided;
    const latest = proposal.missed.at(-1);
    if (!contact?.hasAddress || latest === undefined) return [];
    const lastDay = explanation?.tracks[0]?.lastDay;
    return [
      {
        key: `handling-decided/${decisionId}/${proposal.personId}`,
        kind: 'handling-decided',
        personId: proposal.personId,
        periodId:
          items.find(({ obligationId }) => obligationId === latest.obligationId)?.periodId ?? null,
        obligations: items.map(({ obligationId }) => obligationId),
        notBefore: calendarBeyondTables(notice).deferToOffice(at),
        document: composeLetter(
          'handling-decided',
          {
            to: contact.name,
            matter: matterOf(notice, proposal.processId),
            capacity: proposal.party,
            handling: decision.handling,
            by: partyTitle(notice, capacity),
            decidedAt: at,
            reason: decision.reason,
            missesInARow: proposal.missesInARow,
            missed: proposal.missed.map((one) => ({
              process: findProcess(notice, one.processId).process.title,
              capacity: one.party,
              lastDay: one.lastDay,
              receivedAt: one.receivedAt,
            })),
            due:
              explanation === null || lastDay === undefined
                ? null
                : { at: explanation.dueAt, lastDay },
            findingId: latest.finding.id,
          },
          noticeHead(notice),
        ),
      },
    ];
  };
