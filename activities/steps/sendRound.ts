import type { ClimbGroup } from '../../contracts/letters.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { type ClimbToSend, climbsToSend } from '../../db/escalation/climbsToSend.ts';
import { readStreaks } from '../../db/findings/readStreaks.ts';
import { type NewLetter, queueLetters } from '../../db/letters/queueLetters.ts';
import { appendLog } from '../../db/log.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { readStanding, type StandingNow } from '../../db/people/readStanding.ts';
import type { Pool } from '../../db/pool.ts';
import { inTransaction } from '../../db/transaction.ts';
import { spokenOf } from '../../domain/drafting/spokenOf.ts';
import { matterOf, noticeHead } from '../../domain/notice/letterFacts.ts';
import { calendarOf } from '../../domain/plan/calendarOf.ts';
import { composeLetter } from '../../letters/compose/composeLetter.ts';

export interface RoundCall {
  noticeId: string;
  /** The round's own instant. */
  at: Instant;
  now: Instant;
}

/**
 * One daily round: each superior gets one letter across all processes, listing everybody concerned with the evidence.
 * What was taken after the hour waits for the next round. The key is the person and the day.
 */
export async function sendRound(pool: Pool, { noticeId, at, now }: RoundCall): Promise<void> {
  const { notice } = await readNotice(pool, noticeId);
  const standing = await readStanding(pool, noticeId, now);
  const climbs = await climbsToSend(pool, noticeId, at);
  const misses = await readStreaks(pool, {
    noticeId,
    personIds: climbs.flatMap(({ personId }) => personId ?? []),
    now,
  });
  const day = calendarOf(notice).dayOf(at);

  for (const [personId, mine] of byReceiver(climbs, notice, standing)) {
    const groups = groupClimbs(
      mine,
      notice,
      (climb) => misses.get(climb.personId ?? '')?.missesInARow ?? 0,
    );
    const letter: NewLetter = {
      key: `round/${noticeId}/${day}/${personId}`,
      kind: 'round',
      personId,
      periodId: null,
      obligations: [...new Set(mine.map(({ obligationId }) => obligationId))],
      notBefore: now,
      document: composeLetter(
        'round',
        { to: standing.contactOf(personId)?.name ?? '', day, groups },
        noticeHead(notice),
      ),
    };
    await inTransaction(pool, async (transaction) => {
      const entries = await queueLetters(transaction, { noticeId, now, letters: [letter] });
      if (entries.length === 0) return; // this day's letter is written: it does not list these
      await transaction.query(
        `update climb c set letter_id = l.id
         from letter l, jsonb_to_recordset($2) as m("obligationId" text, rung text)
         where l.key = $1 and c.obligation_id = m."obligationId" and c.rung = m.rung and c.letter_id is null`,
        [
          letter.key,
          JSON.stringify(mine.map(({ obligationId, rung }) => ({ obligationId, rung }))),
        ],
      );
      await appendLog(transaction, noticeId, now, entries);
    });
  }
}

/** Each climb under the person it reaches now: its recipient's holder or, where there is none to reach, the first of the fallback. */
function byReceiver(
  climbs: ClimbToSend[],
  notice: Notice,
  standing: StandingNow,
): Map<string, ClimbToSend[]> {
  const canReach = (positionId: string): string | null => {
    const person = standing.personOf(positionId);
    return person !== null && standing.contactOf(person)?.hasAddress ? person : null;
  };
  const receivers = new Map<string, ClimbToSend[]>();
  for (const climb of climbs) {
    const person = [climb.recipientId, ...notice.roles.fallback]
      .map(canReach)
      .find((found) => found !== null);
    if (!person) continue; // nobody of the fallback has an address: it stays unsent, and health shows it
    receivers.set(person, [...(receivers.get(person) ?? []), climb]);
  }
  return receivers;
}

function groupClimbs(
  climbs: ClimbToSend[],
  notice: Notice,
  missesOf: (climb: ClimbToSend) => number,
): ClimbGroup[] {
  const groups = new Map<string, ClimbGroup>();
  for (const climb of climbs) {
    const key = `${climb.periodId} ${climb.rung} ${climb.deliverable}`;
    const group = groups.get(key) ?? {
      matter: matterOf(notice, climb.processId, climb.deliverable),
      rung: climb.rung,
      periodKey: climb.periodKey,
      items: [],
    };
    group.items.push({
      obligationId: climb.obligationId,
      party: climb.party,
      holder: climb.holder ?? '',
      lastDay: climb.lastDay,
      deliverable: spokenOf(notice, climb),
      dueAt: climb.dueAt,
      evidence: climb.evidence,
      missesInARow: missesOf(climb),
      why: climb.why,
    });
    groups.set(key, group);
  }
  return [...groups.values()];
}
