import type { Pool, Queryable } from './pool.ts';

/** The one connection of a transaction. */
export type Transaction = Queryable & { readonly transaction: true };

/**
 * Runs `work` in one transaction: all of it or nothing. Locks are taken in one order everywhere: obligations (by id),
 * then what hangs on them, then the counters (by their trigger), then the log's head, last before the commit.
 */
export async function inTransaction<Result>(
  pool: Pool,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(Object.assign(client, { transaction: true as const }));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost; // the connection itself is gone: the server has rolled back, the pool must not reuse it
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
