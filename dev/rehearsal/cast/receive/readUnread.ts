import type { Notice } from '../../../../contracts/notice/index.ts';
import { readStanding } from '../../../../db/people/readStanding.ts';
import type { Pool } from '../../../../db/pool.ts';
import { inTransaction } from '../../../../db/transaction.ts';
import { takeBounce } from '../../../../post/takeBounce.ts';
import { asBounce, markRead, type UnreadMail, unreadMail } from '../../../mailbox/readMail.ts';
import { nowOf } from '../../enterRehearsal.ts';
import { planActs } from '../acts.ts';
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
  const now = await nowOf(pool, notice.id);
  const letters: UnreadMail[] = [];
  for (const message of mail) {
    const bounce = await asBounce(message);
    if (!bounce) {
      letters.push(message);
      continue;
    }
    const { originalMessageId, status, diagnostic } = bounce;
    // one that names no letter is about nothing of ours
    if (originalMessageId !== undefined) {
      await takeBounce(pool, { originalMessageId, status, diagnostic, now });
    }
  }
  const standing = await readStanding(pool, notice.id, now, { parties: [] });
  const piece = {
    seed,
    notice,
    office: standing.personOf(notice.roles.office),
    chair: standing.personOf(notice.roles.chair),
  };
  await inTransaction(pool, async (transaction) => {
    const facts = await readLetters(transaction, notice.id, letters);
    const acts = facts.flatMap((letter) => reply(letter, piece));
    await planActs(transaction, notice.id, acts);
    await markRead(
      transaction,
      mail.map(({ id }) => id),
    );
  });
  return mail.length;
}
