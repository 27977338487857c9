import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { readAffected } from '../../db/decisions/affected.ts';
import { type NewLetter, queueLetters } from '../../db/letters/queueLetters.ts';
import type { LogEntry } from '../../db/log.ts';
import { receiptsInTime } from '../../db/submissions/receiptsInTime.ts';
import type { Transaction } from '../../db/transaction.ts';
import { spokenOf } from '../../domain/drafting/spokenOf.ts';
import type { Outage } from '../../domain/ladder/catchUp.ts';
import { addresseeOf, matterOf, noticeHead } from '../../domain/notice/letterFacts.ts';
import { calendarBeyondTables } from '../../domain/plan/calendarOf.ts';
import { composeLetter } from '../../letters/compose/composeLetter.ts';

/**
 * Whoever handed in during an outage, after a due time that moves because of it, got a receipt that says "late". It is
 * not so any more ("nobody is late because of it"), and so a corrected one follows: once for a submission and a person.
 * @param corrected.obligations which were late, and are in time now
 */
export async function correctReceipts(
  transaction: Transaction,
  notice: Notice,
  corrected: { obligations: readonly string[]; outage: Outage; now: Instant },
): Promise<LogEntry[]> {
  const { obligations, outage, now } = corrected;
  const letters: NewLetter[] = [];
  for (const receipt of await receiptsInTime(transaction, obligations, now)) {
    const [first] = await readAffected(transaction, receipt.obligationIds, now);
    if (first === undefined) continue;
    for (const { personId, name } of receipt.receivers) {
      letters.push({
        key: `receipt-corrected/${receipt.submissionId}/${personId}`,
        kind: 'receipt',
        personId,
        periodId: first.periodId,
        obligations: receipt.obligationIds,
        notBefore: calendarBeyondTables(notice).deferToOffice(now),
        document: composeLetter(
          'receipt',
          {
            to: name,
            matter: matterOf(notice, first.processId, first.deliverable),
            receiptNo: receipt.receiptNo,
            receivedAt: receipt.receivedAt,
            recordedAt: receipt.recordedAt,
            capacities: receipt.capacities,
            channel: receipt.channel,
            kind: receipt.kind,
            late: false,
            version: receipt.version,
            addressee: addresseeOf(notice, first.partyId),
            deliverable: spokenOf(notice, first),
            corrects: outage,
            periodKey: first.periodKey,
            dueAt: first.dueAt,
            lastDay: first.lastDay,
          },
          noticeHead(notice),
        ),
      });
    }
  }
  return queueLetters(transaction, { noticeId: notice.id, now, letters });
}
