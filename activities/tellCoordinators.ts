import type { Notice } from '../contracts/notice/index.ts';
import type { Instant } from '../contracts/plan.ts';
import { type NewLetter, queueLetters } from '../db/letters/queueLetters.ts';
import { appendLog } from '../db/log.ts';
import { readStanding } from '../db/people/readStanding.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { findProcess } from '../domain/notice/findProcess.ts';
import { matterOf, noticeHead } from '../domain/notice/letterFacts.ts';
import { calendarOf } from '../domain/plan/calendarOf.ts';
import { composeLetter } from '../letters/compose/composeLetter.ts';

/**
 * Tells those who coordinate in a programme, once and for information, that it starts and who leads it: they owe
 * nothing in it. Whoever leads it himself is not told, and a vacant post is nobody. Other kinds tell nobody.
 */
export async function tellCoordinators(
  pool: Pool,
  notice: Notice,
  processId: string,
  now: Instant,
): Promise<void> {
  const { process, directive } = findProcess(notice, processId);
  if (process.kind !== 'programme' || process.coordinates.length === 0) return;
  const standing = await readStanding(pool, notice.id, now);
  const lead = standing.personOf(process.lead);
  const people = new Set(process.coordinates.flatMap((post) => standing.personOf(post) ?? []));
  const named = process.fieldProvenance?.find(({ field }) => field === 'coordinates')?.provenance;
  const { source } = named ?? process.provenance ?? directive.provenance;
  const letters = [...people].flatMap((personId): NewLetter[] => {
    const contact = standing.contactOf(personId);
    if (personId === lead || contact === undefined || !contact.hasAddress) return [];
    return [
      {
        key: `programme-starts/${notice.id}/${processId}/${personId}`,
        kind: 'programme-starts',
        personId,
        periodId: null,
        obligations: [],
        notBefore: calendarOf(notice).deferToOffice(now),
        document: composeLetter(
          'programme-starts',
          {
            to: contact.name,
            matter: matterOf(notice, processId),
            lead: standing.titleOf(process.lead),
            coordinates: process.coordinates.map(standing.titleOf),
            inClause: source === 'notice',
          },
          noticeHead(notice),
        ),
      },
    ];
  });
  await inTransaction(pool, async (transaction) => {
    const entries = await queueLetters(transaction, { noticeId: notice.id, now, letters });
    await appendLog(transaction, notice.id, now, entries);
  });
}
