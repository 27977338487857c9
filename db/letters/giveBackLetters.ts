import type { Queryable } from '../pool.ts';

/**
 * Letters in the hands of offices that are no longer alive become uncertain: nobody knows whether they went out. An
 * office is alive while it holds the advisory lock of its id.
 * @returns how many
 */
export async function giveBackLetters(queryable: Queryable): Promise<number> {
  const { rowCount } = await queryable.query(
    `with offices as materialized (select distinct claimed_by as id from letter where state = 'sending'),
     dead as materialized (
       select id from offices where pg_try_advisory_xact_lock(hashtextextended(id::text, 0)))
     update letter l set state = 'uncertain', claimed_by = null, failure = 'the post office ended while sending'
     from dead where l.state = 'sending' and l.claimed_by = dead.id`,
  );
  return rowCount ?? 0;
}

/** The lock by which an office of this id is known to be alive; held by its own connection until that ends. */
export const LIVING_OFFICE = `select pg_advisory_lock(hashtextextended($1::text, 0))`;
