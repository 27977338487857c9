import type { LetterDocument } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Transaction } from '../transaction.ts';

/** A letter in the hands of a post office, with all that its mail is made of. */
export interface ClaimedLetter {
  id: string;
  noticeId: string;
  zone: string;
  kind: string;
  personId: string;
  messageId: string;
  writtenAt: Instant;
  /** on the notice's clock: it waited until then */
  notBefore: Instant;
  /** this one counted */
  attempts: number;
  /** of the bytes of an earlier attempt; null at the first */
  bytesSha256: string | null;
  /** an earlier attempt ended in doubt, so its receiver may have it already */
  wasUncertain: boolean;
  /** null where the text was deleted with its person */
  document: LetterDocument | null;
  /** null where the person has none, or was erased */
  address: string | null;
  name: string | null;
  linkGeneration: number;
}

export interface Claim {
  /** On the notices' clock: letters wait for it by `not_before`, attempts by `retry_at` on the machine's. */
  now: Instant;
  most: number;
  /** Only letters of notices on this clock; of any where not given. */
  clock?: 'live' | 'rehearsal' | undefined;
}

/**
 * Locks up to `most` letters whose time has come, oldest first, none that another office has in hand. In the same
 * transaction they must be marked as being sent (`markSending`).
 */
export async function claimLetters(
  transaction: Transaction,
  { now, most, clock }: Claim,
): Promise<ClaimedLetter[]> {
  const { rows } = await transaction.query<ClaimedLetter>({
    name: 'claim-letters',
    text: CLAIM,
    values: [now, most, clock ?? null],
  });
  return rows;
}

// the texts are joined after the lock, so that a letter passed over costs nothing
const CLAIM = `
with due as materialized (
  select l.* from letter l
  where l.state in ('queued', 'uncertain') and l.not_before <= $1 and (l.retry_at is null or l.retry_at <= clock_timestamp())
    and ($3::text is null or exists (select from notice n where n.id = l.notice_id and n.clock = $3))
  order by l.not_before, l.written_at limit $2 for no key update of l skip locked)
select l.id, l.notice_id as "noticeId", n.zone, l.kind, l.person_id as "personId", l.message_id as "messageId",
  l.written_at as "writtenAt", l.not_before as "notBefore", l.attempts + 1 as attempts, l.bytes_sha256 as "bytesSha256",
  l.attempts > 0 and (l.state = 'uncertain' or exists (
    select from letter_attempt a where a.letter_id = l.id and a.outcome = 'uncertain')) as "wasUncertain",
  t.document, c.address, c.name, p.link_generation as "linkGeneration"
from due l
left join letter_text t on t.letter_id = l.id
join notice n on n.id = l.notice_id
join person p on p.notice_id = l.notice_id and p.id = l.person_id
left join person_contact c on c.notice_id = l.notice_id and c.person_id = l.person_id
order by l.not_before, l.written_at`;
