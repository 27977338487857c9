import { withoutName } from '../../domain/people/withoutName.ts';
import type { Pool, Queryable } from '../pool.ts';
import { inTransaction, type Transaction } from '../transaction.ts';
import type { Erased } from './eraseFromNotice.ts';

/** One lock for each notice, of its own kind: shared by whoever writes what may name somebody. */
const LOCK = `hashtextextended('erasing ' || $1::text, 0)`;

/**
 * Makes known that a person is about to be erased, and waits until everything written without knowing it is committed:
 * what is erased afterwards finds all of it, and what is written later leaves the name out by itself.
 */
export async function announceErasure(pool: Pool, erased: Erased): Promise<void> {
  const { noticeId, personId, name, address, replacement } = erased;
  await pool.query(
    `insert into erased_name (notice_id, person_id, words, replacement)
     select $1, $2, words, $4 from unnest($3::text[]) as words
     on conflict (notice_id, person_id, words) do update set forget_at = excluded.forget_at`,
    [noticeId, personId, [name, address].filter((words) => words !== null), replacement],
  );
  // held for no longer than it takes to get it: whoever writes may hold rows that the erasure needs
  await inTransaction(pool, (transaction) =>
    transaction.query(`select pg_advisory_xact_lock(${LOCK})`, [noticeId]),
  );
}

/**
 * What is about to be written, without the names and addresses of those erased since it was composed. Until the
 * transaction ends, no erasure looks for names in what it has not seen.
 */
export async function withoutErased<Value>(
  transaction: Transaction,
  noticeId: string,
  value: Value,
): Promise<Value> {
  await transaction.query(`select pg_advisory_xact_lock_shared(${LOCK})`, [noticeId]);
  const { rows } = await transaction.query<{ words: string; replacement: string }>(
    'select words, replacement from erased_name where notice_id = $1',
    [noticeId],
  );
  return rows.reduce(
    (cleaned, { words, replacement }) => withoutName(cleaned, words, replacement),
    value,
  );
}

/** Forgets the names of those erased, once nothing is under way that was composed before. @returns how many words */
export async function forgetErasedNames(queryable: Queryable): Promise<number> {
  const { rowCount } = await queryable.query(
    'delete from erased_name where forget_at < clock_timestamp()',
  );
  return rowCount ?? 0;
}
