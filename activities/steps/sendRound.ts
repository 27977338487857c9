import type { ClimbGroup } from '../../contracts/letters/superiors.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { lockObligations } from '../../db/decisions/lockObligations.ts';
import { type ClimbToSend, climbsToSend } from '../../db/escalation/climbsToSend.ts';
import { readStreaks } from '../../db/findings/readStreaks.ts';
import { type NewLetter, queueLetters } from '../../db/letters/queueLetters.ts';
import { appendLog } from '../../db/log.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { readStanding, type StandingNow } from '../../db/people/readStanding.ts';
import type { Pool } from '../../db/pool.ts';
import { inTransaction, type Transaction } from '../../db/transaction.ts';
import { spokenOf } from '../../domain/drafting/spokenOf.ts';
import { type RoundStanding, roundReceiver } from '../../domain/ladder/recipients.ts';
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
  const calendar = calendarOf(notice);
  const day = calendar.dayOf(at);

  for (const [personId, told] of byReceiver(climbs, notice, standing)) {
    await inTransaction(pool, async (transaction) => {
      const mine = await stillToTell(transaction, { noticeId, at }, told);
      if (mine.length === 0) return;
      const missesOf = ({ personId: silent }: ClimbToSend) =>
        misses.get(silent ?? '')?.missesInARow ?? 0;
      const groups = groupClimbs(mine, notice, missesOf);
      const to = standing.contactOf(personId)?.name ?? '';
      const letter: NewLetter = {
        key: `round/${noticeId}/${day}/${personId}`,
        kind: 'round',
        personId,
        periodId: null,
        obligations: [...new Set(mine.map(({ obligationId }) => obligationId))],
        notBefore: calendar.deferToOffice(now), // a round missed by day is written by night
        document: composeLetter('round', { to, day, groups }, noticeHead(notice)),
      };
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

/**
 * Those that may still be told: nobody has answered, been extended or had a finding reversed while the letter was being
 * made, and nobody can until it is written.
 */
async function stillToTell(
  transaction: Transaction,
  { noticeId, at }: Pick<RoundCall, 'noticeId' | 'at'>,
  climbs: readonly ClimbToSend[],
): Promise<ClimbToSend[]> {
  const ids = climbs.map(({ obligationId }) => obligationId);
  await lockObligations(transaction, noticeId, ids);
  const nameOf = ({ obligationId, rung }: ClimbToSend) => `${obligationId} ${rung}`;
  const mine = new Set(climbs.map(nameOf));
  return (await climbsToSend(transaction, noticeId, at)).filter((one) => mine.has(nameOf(one)));
}

/** Each climb under the person it reaches now; where that is nobody it stays unsent, and the auditor shows it. */
function byReceiver(
  climbs: ClimbToSend[],
  notice: Notice,
  standing: StandingNow,
): Map<string, ClimbToSend[]> {
  const now: RoundStanding = {
    ...standing,
    fallback: notice.roles.fallback,
    canReach: (person) => standing.contactOf(person)?.hasAddress ?? false,
  };
  const receivers = new Map<string, ClimbToSend[]>();
  for (const climb of climbs) {
    const person = roundReceiver(climb, climb.recipientId, now);
    if (person !== null) receivers.set(person, [...(receivers.get(person) ?? []), climb]);
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
