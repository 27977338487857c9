import type { Pool } from '../pool.ts';

const LOCK = `hashtextextended('dondoc-audit', 0)`;

/**
 * Does `work` where nobody else does it on this register at the time, however many workers there are; else nothing. The
 * lock is its connection's, so it ends with a killed worker.
 * @returns whether it was done
 */
export async function asOnlyAuditor(pool: Pool, work: () => Promise<void>): Promise<boolean> {
  const client = await pool.connect();
  let isSound = false;
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      `select pg_try_advisory_lock(${LOCK}) as mine`,
    );
    if (rows[0]?.mine) {
      try {
        await work();
      } finally {
        await client.query(`select pg_advisory_unlock(${LOCK})`);
      }
    }
    isSound = true;
    return rows[0]?.mine ?? false;
  } finally {
    client.release(!isSound);
  }
}
