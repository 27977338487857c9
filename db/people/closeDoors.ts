import type { Instant } from '../../contracts/plan.ts';
import type { LogEntry } from '../log.ts';
import { readNotice } from '../notices/readNotice.ts';
import type { Transaction } from '../transaction.ts';

/**
 * Takes from whoever has left a post what opened doors to it. A link to the post's work is void by itself, since it asks
 * who holds the post now; where the person holds nothing any more, every link sent so far is made void and tokens are
 * revoked. A token of the office or the chair ends with that post.
 */
export async function closeDoors(
  transaction: Transaction,
  left: { noticeId: string; partyId: string; personId: string; at: Instant },
): Promise<LogEntry[]> {
  const { noticeId, partyId, personId, at } = left;
  const { notice } = await readNotice(transaction, noticeId);
  // who leaves two posts at once leaves the second with nothing: whichever is later must see the other
  await transaction.query(
    'select 1 from person where notice_id = $1 and id = $2 for no key update',
    [noticeId, personId],
  );
  const { rowCount: raised } = await transaction.query(
    `update person p set link_generation = link_generation + 1 where notice_id = $1 and id = $2 and not ${HOLDS}`,
    [noticeId, personId, at],
  );
  const ended =
    partyId === notice.roles.office ? 'office' : partyId === notice.roles.chair ? 'head' : null;
  await transaction.query(
    `update api_token t set revoked_at = clock_timestamp()
     from person p where p.notice_id = $1 and p.id = $2 and t.notice_id = $1 and t.person_id = $2
       and t.revoked_at is null and (t.role = $4 or not ${HOLDS})`,
    [noticeId, personId, at, ended],
  );
  if (raised !== 1) return [];
  return [
    { actor: 'engine', action: 'links-made-void', subject: personId, detail: { left: partyId } },
  ];
}

const HOLDS = `exists (select from holding h where h.notice_id = p.notice_id and h.person_id = p.id
  and h.since <= $3 and (h.until is null or h.until > $3))`;
