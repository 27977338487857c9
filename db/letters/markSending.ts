import type { Transaction } from '../transaction.ts';

/**
 * Marks claimed letters as being sent by an office, with the hash of the bytes that are about to leave; the hash of a
 * first attempt stays. Committed before anything leaves, so that a killed office is seen by what it leaves behind.
 */
export async function markSending(
  transaction: Transaction,
  office: string,
  letters: { id: string; sha256: string | null }[],
): Promise<void> {
  await transaction.query({
    name: 'mark-sending',
    text: `update letter l set state = 'sending', claimed_by = $1, attempts = attempts + 1,
             bytes_sha256 = coalesce(l.bytes_sha256, m.sha256)
           from unnest($2::uuid[], $3::text[]) as m(id, sha256) where l.id = m.id`,
    values: [office, letters.map(({ id }) => id), letters.map(({ sha256 }) => sha256)],
  });
}
