import type { Excuse } from '../../contracts/decisions.ts';
import { releasedLetterKey } from '../../contracts/ids.ts';
import type { SentEvidence } from '../../contracts/letters.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Affected } from '../../db/decisions/affected.ts';
import type { NewLetter } from '../../db/letters/queueLetters.ts';
import type { ReceiptFacts } from '../../db/submissions/newSubmission.ts';
import { spokenOf } from '../../domain/drafting/spokenOf.ts';
import { dossierParts, missingParts } from '../../domain/notice/dossier.ts';
import { findProcess } from '../../domain/notice/findProcess.ts';
import { addresseeOf, matterOf, noticeHead } from '../../domain/notice/letterFacts.ts';
import { capacityTitle } from '../../domain/notice/roster.ts';
import { calendarBeyondTables } from '../../domain/plan/calendarOf.ts';
import { composeLetter } from '../../letters/compose/composeLetter.ts';

/** Receipts go to whoever signed, else to everybody who holds one of the parties covered. */
export const receiptLetters =
  (notice: Notice) =>
  (facts: ReceiptFacts): NewLetter[] => {
    const [first] = facts.items;
    if (!first) return [];
    const holders = byPerson(facts.items);
    const receivers = [...holders].filter(
      ([personId]) => facts.signedBy === null || personId === facts.signedBy,
    );
    const parts = dossierParts(notice, first.processId, first.deliverable);
    const missing = missingParts(parts, facts.contained).map(({ title }) => title);
    return receivers.map(([personId, { name }]) => ({
      key: `receipt/${facts.submissionId}/${personId}`,
      kind: 'receipt',
      personId,
      periodId: first.periodId,
      obligations: facts.obligationIds,
      notBefore: whenOpen(notice, facts.recordedAt),
      document: composeLetter(
        'receipt',
        {
          to: name,
          matter: matterOf(notice, first.processId, first.deliverable),
          receiptNo: facts.receiptNo,
          receivedAt: facts.receivedAt,
          recordedAt: facts.recordedAt,
          capacities: facts.capacities,
          channel: facts.channel,
          kind: facts.kind,
          late: facts.late,
          version: facts.version,
          addressee: addresseeOf(notice, first.partyId),
          deliverable: spokenOf(notice, first),
          periodKey: first.periodKey,
          dueAt: first.dueAt,
          lastDay: first.lastDay,
          ...(parts.length > 0 && { missing, obligationId: first.obligationId }),
        },
        noticeHead(notice),
      ),
    }));
  };

/** Whoever holds an excused party is told, for each capacity. */
export const excusedLetters =
  (notice: Notice, decision: { decisionId: string; at: Instant; capacity: string }) =>
  ({ items, decision: { reason } }: { items: Affected[]; decision: Excuse }): NewLetter[] =>
    items.flatMap((item) =>
      reachable(item).map(({ personId, name }) => ({
        key: `excused/${decision.decisionId}/${item.obligationId}/${personId}`,
        kind: 'excused' as const,
        personId,
        periodId: item.periodId,
        obligations: [item.obligationId],
        notBefore: whenOpen(notice, decision.at),
        document: composeLetter(
          'excused',
          {
            to: name,
            matter: matterOf(notice, item.processId, item.deliverable),
            capacity: item.capacity,
            addressee: addresseeOf(notice, item.partyId),
            deliverable: spokenOf(notice, item),
            lastDay: item.lastDay,
            periodKey: item.periodKey,
            by: capacityTitle(notice, decision.capacity),
            reason,
          },
          noticeHead(notice),
        ),
      })),
    );

/** The person found gets the notice's own words, with the clause they stand in and the evidence as it stood. */
export const releasedLetters =
  (notice: Notice, decision: { at: Instant; capacity: string }) =>
  (facts: { findingId: string; evidence: SentEvidence[]; items: Affected[] }): NewLetter[] =>
    facts.items.flatMap((item) => {
      const { process } = findProcess(notice, item.processId);
      const rule = process.kind === 'reporting-cycle' ? process.finding : undefined;
      if (!rule) return [];
      return reachable(item).map(({ personId, name }) => ({
        key: releasedLetterKey(facts.findingId, personId),
        kind: 'finding-released' as const,
        personId,
        periodId: item.periodId,
        obligations: [item.obligationId],
        notBefore: whenOpen(notice, decision.at),
        document: composeLetter(
          'finding-released',
          {
            to: name,
            matter: matterOf(notice, item.processId, item.deliverable),
            capacity: item.capacity,
            lastDay: item.lastDay,
            periodKey: item.periodKey,
            words: rule.words,
            clause: rule.clause,
            releasedBy: capacityTitle(notice, decision.capacity),
            releasedAt: decision.at,
            evidence: facts.evidence,
            findingId: facts.findingId,
          },
          noticeHead(notice),
        ),
      }));
    });

/** Letters go out in working hours of the notice's zone. */
const whenOpen = (notice: Notice, at: Instant): Instant =>
  calendarBeyondTables(notice).deferToOffice(at);

const reachable = (item: Affected) => item.holders.filter(({ hasAddress }) => hasAddress);

function byPerson(items: Affected[]): Map<string, { name: string }> {
  return new Map(
    items.flatMap((item) => reachable(item).map(({ personId, name }) => [personId, { name }])),
  );
}
