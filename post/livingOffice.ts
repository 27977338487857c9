import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { LIVING_OFFICE } from '../db/letters/giveBackLetters.ts';
import type { Pool } from '../db/pool.ts';

/** The sign by which a post office is known to be alive. */
export interface LivingOffice {
  /** The id under which letters are claimed now. */
  id(): Promise<string>;
  close(): void;
}

/**
 * Holds an advisory lock on a connection of its own under the office's id. Where that connection is lost the lock is
 * gone, and others may take the office for dead: it goes on under a new id.
 */
export function openOffice(pool: Pool): LivingOffice {
  let held: { id: string; client: PoolClient } | undefined;
  return {
    async id() {
      if (held) return held.id;
      const client = await pool.connect();
      const taken = { id: randomUUID(), client };
      client.on('error', (error) => {
        if (held !== taken) return;
        held = undefined;
        client.release(error);
      });
      await client.query(LIVING_OFFICE, [taken.id]);
      held = taken;
      return taken.id;
    },
    close() {
      held?.client.release(true); // ends the connection, and the lock with it
      held = undefined;
    },
  };
}
