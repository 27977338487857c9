import { randomUUID } from 'node:crypto';
import { LIVING_OFFICE } from '../db/letters/giveBackLetters.ts';
import type { Pool } from '../db/pool.ts';

/** The sign by which a post office is known to be alive. */
export interface LivingOffice {
  /** The id under which letters are claimed now. */
  id(): Promise<string>;
  close(): Promise<void>;
}

/**
 * Holds an advisory lock on a connection of its own under the office's id. Where that connection is lost the lock is
 * gone, and others may take the office for dead: it goes on under a new id.
 */
export function openOffice(pool: Pool): LivingOffice {
  let held: Promise<Holding> | undefined;
  const take = (): Promise<Holding> => {
    const taking = takeLock(pool, () => {
      if (held === taking) held = undefined;
    });
    taking.catch(() => {
      if (held === taking) held = undefined; // whoever asks next tries again
    });
    return taking;
  };
  return {
    async id() {
      held ??= take();
      return (await held).id;
    },
    async close() {
      const holding = await held?.catch(() => undefined); // a lock that could not be taken was told to whoever asked
      held = undefined;
      holding?.end();
    },
  };
}

interface Holding {
  id: string;
  /** ends the connection, and the lock with it */
  end: () => void;
}

/** @param onLost called where the connection, and with it the lock, is lost */
async function takeLock(pool: Pool, onLost: () => void): Promise<Holding> {
  const client = await pool.connect();
  const id = randomUUID();
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    client.release(true);
  };
  client.on('error', () => {
    onLost();
    end();
  });
  try {
    await client.query(LIVING_OFFICE, [id]);
  } catch (error) {
    end();
    throw error;
  }
  return { id, end };
}
