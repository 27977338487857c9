import type { Notice } from '../../../../contracts/notice/index.ts';
import { readStanding } from '../../../../db/people/readStanding.ts';
import type { Pool } from '../../../../db/pool.ts';
import { inTransaction } from '../../../../db/transaction.ts';
import { takeBounce } from '../../../../post/takeBounce.ts';
import { asBounce, markRead, type UnreadMail, unreadMail } from '../../../mailbox/readMail.ts';
import { nowOf } from '../../enterRehearsal.ts';
import { type Act, planActs } from '../acts.ts';
import type { LetterFacts } from './facts.ts';
import { readLetters } from './readLetters.ts';
import { reply } from './reply.ts';

/**
 * Reads whatever is unread in the inbox: a notice of non-delivery is handed to the post office, a letter makes its
 * receiver plan what to do. A letter is read in the transaction that plans, so that none is answered twice or not at all.
 * @returns how many messages were read
 */
export async function readUnread(
  pool: Pool,
  { notice, seed }: { notice: Notice; seed: number },
): Promise<number> {
  const mail = await unreadMail(pool);
  if (mail.length === 0) return 0;
  const letters = await takeBounces(pool, notice.id, mail);
  const facts = await readLetters(pool, notice.id, letters);
  const acts = facts.length === 0 ? [] : await replies(pool, facts, { notice, seed });
  const ids = mail.map(({ id }) => id);
  await inTransaction(pool, async (transaction) => {
    await planActs(transaction, notice.id, acts);
    await markRead(transaction, ids);
  });
  return mail.length;
}

/** Hands on what did not arrive. Answers with the rest. */
async function takeBounces(
  pool: Pool,
  noticeId: string,
  mail: readonly UnreadMail[],
): Promise<UnreadMail[]> {
  const letters: UnreadMail[] = [];
  for (const message of mail) {
    const bounce = await asBounce(message);
    if (!bounce) letters.push(message);
    // one that names no letter is about nothing of ours
    if (bounce?.originalMessageId === undefined) continue;
    const { originalMessageId, status, diagnostic } = bounce;
    const now = await nowOf(pool, noticeId);
    await takeBounce(pool, { originalMessageId, status, diagnostic, now });
  }
  return letters;
}

async function replies(
  pool: Pool,
  facts: readonly LetterFacts[],
  { notice, seed }: { notice: Notice; seed: number },
): Promise<Act[]> {
  const now = await nowOf(pool, notice.id);
  const parties = [...new Set(facts.flatMap(({ owed }) => owed.map(({ partyId }) => partyId)))];
  const standing = await readStanding(pool, notice.id, now, { parties });
  const units = new Set(notice.units?.list.map(({ id }) => id));
  const chair = standing.personOf(notice.roles.chair);
  const deputyOf = (unit: string): string | null =>
    standing.chainOf(unit).flatMap((position) => standing.personOf(position) ?? [])[0] ?? chair;
  const piece = {
    seed,
    notice,
    office: standing.personOf(notice.roles.office),
    chair,
    inCharge: (party: string) => (units.has(party) ? deputyOf(party) : chair),
  };
  return facts.flatMap((letter) => reply(letter, piece));
}
