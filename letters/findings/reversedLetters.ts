import type { Notice } from '../../contracts/notice/index.ts';
import type { ReversedBy, WordsWithdrawn } from '../../contracts/reversal.ts';
import { matterOf, noticeHead } from '../../domain/notice/letterFacts.ts';
import { capacityTitle } from '../../domain/notice/roster.ts';
import { calendarBeyondTables } from '../../domain/plan/calendarOf.ts';
import { composeLetter } from '../compose/composeLetter.ts';

/** Whoever got a finding in the notice's own words is told that it was reversed: once for a finding and a decision. */
export const reversedLetters =
  (notice: Notice) => (withdrawn: readonly WordsWithdrawn[], by: ReversedBy) =>
    withdrawn.map((one) => ({
      key: `finding-reversed/${one.findingId}/${by.decisionId}/${one.personId}`,
      kind: 'finding-reversed' as const,
      personId: one.personId,
      periodId: one.periodId,
      obligations: [one.obligationId],
      notBefore: calendarBeyondTables(notice).deferToOffice(by.at),
      document: composeLetter(
        'finding-reversed',
        {
          to: one.name,
          matter: matterOf(notice, one.processId, one.deliverable),
          capacity: one.capacity,
          lastDay: one.lastDay,
          periodKey: one.periodKey,
          by: by.capacity === 'engine' ? null : capacityTitle(notice, by.capacity),
          reversedAt: by.at,
          wasInHand: by.wasInHand,
          findingId: one.findingId,
        },
        noticeHead(notice),
      ),
    }));
