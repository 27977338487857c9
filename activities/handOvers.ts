import type { Notice } from '../contracts/notice/index.ts';
import type { Instant } from '../contracts/plan.ts';
import { type Affected, readAffected } from '../db/decisions/affected.ts';
import { type NewLetter, queueLetters } from '../db/letters/queueLetters.ts';
import { appendLog, type LogEntry } from '../db/log.ts';
import { readNotice } from '../db/notices/readNotice.ts';
import { closeDoors } from '../db/people/closeDoors.ts';
import { type HandOver, openOf, takeHandOvers } from '../db/people/handOvers.ts';
import { readStanding } from '../db/people/readStanding.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { spokenOf } from '../domain/drafting/spokenOf.ts';
import { matterOf, noticeHead } from '../domain/notice/letterFacts.ts';
import { calendarOf } from '../domain/plan/calendarOf.ts';
import { composeLetter } from '../letters/compose/composeLetter.ts';

/**
 * Carries out the hand-overs whose time has come: whoever takes over a post gets one letter with everything open there,
 * and the doors of whoever leaves close where they were still open. Each is done once, whatever is retried.
 */
export async function carryOutHandOvers(
  pool: Pool,
  { noticeId, now }: { noticeId: string; now: Instant },
): Promise<void> {
  const { notice } = await readNotice(pool, noticeId);
  await inTransaction(pool, async (transaction) => {
    const entries: LogEntry[] = [];
    const letters: NewLetter[] = [];
    const standing = await readStanding(transaction, noticeId, now, { parties: [] });
    const office = standing.personOf(notice.roles.office);
    for (const handOver of await takeHandOvers(transaction, noticeId, now)) {
      const { partyId, leaving, wasAhead } = handOver;
      const ids = await openOf(transaction, noticeId, partyId);
      const items = await readAffected(transaction, ids, now);
      letters.push(...letterFor(notice, { handOver, items: inOrderOf(ids, items), office, now }));
      if (leaving !== null && wasAhead) {
        const left = { noticeId, partyId, personId: leaving, at: now };
        entries.push(...(await closeDoors(transaction, left)));
      }
    }
    const written = await queueLetters(transaction, { noticeId, now, letters });
    await appendLog(transaction, noticeId, now, [...entries, ...written]);
  });
}

const inOrderOf = (ids: string[], items: Affected[]): Affected[] =>
  items.toSorted((a, b) => ids.indexOf(a.obligationId) - ids.indexOf(b.obligationId));

/** One letter, to the newcomer, or to the office for a newcomer without an address; none where nothing is open. */
function letterFor(
  notice: Notice,
  facts: { handOver: HandOver; items: Affected[]; office: string | null; now: Instant },
): NewLetter[] {
  const { handOver, items, office, now } = facts;
  const { partyId, coming, post, isUnit, at, decisionId } = handOver;
  if (coming === null || items.length === 0) return [];
  const receiver = coming.hasAddress ? coming.personId : office;
  if (receiver === null) return [];
  const document = composeLetter(
    'hand-over',
    {
      to: coming.name,
      addressee: isUnit ? 'unit' : 'person',
      post,
      since: at,
      insteadOf: coming.hasAddress ? null : post,
      items: items.map((item) => ({
        obligationId: item.obligationId,
        capacity: item.capacity,
        matter: matterOf(notice, item.processId, item.deliverable),
        lastDay: item.lastDay,
        periodKey: item.periodKey,
        dueAt: item.dueAt,
        deliverable: spokenOf(notice, item),
        overdue: item.dueAt <= now,
      })),
    },
    noticeHead(notice),
  );
  return [
    {
      key: `hand-over/${decisionId}/${partyId}/${coming.personId}/${receiver}`,
      kind: 'hand-over',
      personId: receiver,
      periodId: null,
      obligations: items.map(({ obligationId }) => obligationId),
      notBefore: calendarOf(notice).deferToOffice(now),
      document,
    },
  ];
}
