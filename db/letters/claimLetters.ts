import type { LetterDocument } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** A letter in the hands of a post office, with all that its mail is made of. */
export interface ClaimedLetter {
  id: string;
  noticeId: string;
  kind: string;
  personId: string;
  messageId: string;
  writtenAt: Instant;
  attempts: number;
  /** of the bytes of an earlier attempt; null at the first */
  bytesSha256: string | null;
  document: LetterDocument;
  /** null where the person has none, or was erased */
  address: string | null;
  name: string | null;
  linkGeneration: number;
  /** of the notice, by which the letter is dated */
  zone: string;
}

/**
 * Takes up to `most` letters whose time has come, oldest first, none that another office has in hand. They are
 * committed as being sent before anything leaves, so that a killed office is seen by what it leaves behind.
 */
export async function claimLetters(
  queryable: Queryable,
  claim: { office: string; now: Instant; most: number },
): Promise<ClaimedLetter[]> {
  const { rows } = await queryable.query<ClaimedLetter>(
    `with claimed as (
       update letter set state = 'sending', claimed_by = $1, attempts = attempts + 1
       where id in (
         select id from letter
         where state in ('queued', 'uncertain') and not_before <= $2 and (retry_at is null or retry_at <= clock_timestamp())
         order by not_before, written_at limit $3 for update skip locked)
       returning *)
     select l.id, l.notice_id as "noticeId", l.kind, l.person_id as "personId", l.message_id as "messageId",
       l.written_at as "writtenAt", l.attempts, l.bytes_sha256 as "bytesSha256", t.document, c.address, c.name,
       p.link_generation as "linkGeneration", n.zone
     from claimed l join letter_text t on t.letter_id = l.id
     join notice n on n.id = l.notice_id
     join person p on p.notice_id = l.notice_id and p.id = l.person_id
     left join person_contact c on c.notice_id = l.notice_id and c.person_id = l.person_id
     order by l.not_before, l.written_at`,
    [claim.office, claim.now, claim.most],
  );
  return rows;
}
