import { randomUUID } from 'node:crypto';
import type { Transporter } from 'nodemailer';
import type { Instant } from '../contracts/plan.ts';
import { claimLetters } from '../db/letters/claimLetters.ts';
import { giveBackLetters, LIVING_OFFICE } from '../db/letters/giveBackLetters.ts';
import { settleLetters } from '../db/letters/settleLetters.ts';
import { onNotification } from '../db/onNotification.ts';
import type { Pool } from '../db/pool.ts';
import type { MailContext } from './buildMail.ts';
import { sendOne } from './sendOne.ts';

export interface PostOfficeOptions extends MailContext {
  pool: Pool;
  transport: Pick<Transporter, 'sendMail'>;
  /** The notices' clock, by which letters wait for office hours. */
  now: () => Promise<Instant>;
  say: (line: string) => void;
  signal: AbortSignal;
  /** How many claims are in hand at once. */
  lanes?: number;
  /** How many letters are claimed, sent and settled together: what a killed office repeats at most for each lane. */
  chunk?: number;
}

const LOOK_FOR_DEAD_EVERY_MS = 30_000;

/**
 * Sends the outbox's letters until the signal aborts. Any number of offices work beside each other. What an office had
 * in hand when it was killed is sent again with the same Message-ID, marked as uncertain in between.
 */
export async function runPostOffice(options: PostOfficeOptions): Promise<void> {
  const { pool, say, signal } = options;
  const office = randomUUID();
  const alive = await pool.connect();
  let lookedAt = 0;
  try {
    await alive.query(LIVING_OFFICE, [office]);
    await onNotification({ pool, channel: 'letters', pollMs: 1000, signal, say }, async () => {
      if (Date.now() - lookedAt > LOOK_FOR_DEAD_EVERY_MS) {
        lookedAt = Date.now();
        const found = await giveBackLetters(pool);
        if (found > 0)
          say(`${found} letters were in the hands of a post office that ended: sent again`);
      }
      await drain(options, office);
    });
  } finally {
    alive.release(true); // the lock that shows this office alive goes with its connection
  }
}

/** Sends all letters whose time has come, several lanes at once. */
async function drain(options: PostOfficeOptions, office: string): Promise<void> {
  const { pool, transport, now, signal, lanes = 4, chunk = 10 } = options;
  const lane = async (): Promise<void> => {
    while (!signal.aborted) {
      const letters = await claimLetters(pool, { office, now: await now(), most: chunk });
      if (letters.length === 0) return;
      const results = await Promise.all(
        letters.map((letter) => sendOne(letter, transport, options)),
      );
      await settleLetters(pool, results, await now());
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
