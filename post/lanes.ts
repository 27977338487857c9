import type { Instant } from '../contracts/plan.ts';
import { claimLetters } from '../db/letters/claimLetters.ts';
import { markSending } from '../db/letters/markSending.ts';
import { settleLetters } from '../db/letters/settleLetters.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import type { MailContext } from './buildMail.ts';
import type { LivingOffice } from './livingOffice.ts';
import { inOfficeHours } from './officeHours.ts';
import { retryDelay } from './retryDelay.ts';
import { makeReady, type ReadyLetter, sendOne } from './sendOne.ts';
import type { ServerTrouble } from './serverTrouble.ts';
import type { MailTransport } from './transport.ts';

/** What an office sends with, and how. */
export interface LaneOptions extends MailContext {
  pool: Pool;
  transport: MailTransport;
  /** The notices' clock, by which letters wait for office hours. */
  now: () => Promise<Instant>;
  say: (line: string) => void;
  signal: AbortSignal;
  /** Only letters of notices on this clock; of any where not given. */
  clock?: 'live' | 'rehearsal' | undefined;
  /** How many claims are in hand at once; 4 unless given. */
  lanes?: number;
  /** How many letters are claimed, sent and settled together, 10 unless given: what a killed office repeats at most for each lane. */
  chunk?: number;
  /** Seconds of the machine's clock before the next attempt, by the number of attempts made. */
  delayAfter?: (attempts: number) => number;
}

/** The lanes in which an office sends, each claiming chunk after chunk until none is left. */
export interface Lanes {
  /** Says that letters may be waiting: every lane that is at rest goes to work, every other looks once more before it rests. */
  open(): void;
  areAtRest(): boolean;
  /** Resolves when all are at rest. */
  rest(): Promise<void>;
}

/**
 * The lanes of one office, at rest. They work apart from each other, so that one which hangs on a silent server, or was
 * the first to find nothing, neither stops the others nor is missed by them. A lane rests where none is left, the server
 * is in trouble or the signal aborts; what it fails by is said, and its letters wait for whoever opens it next. Each
 * chunk is claimed under the office's id of that moment: an office whose lock was lost on the way would be taken for
 * dead under the earlier one, and its letters sent by another while it has them in hand.
 */
export function lanesOf(options: LaneOptions, office: LivingOffice, trouble: ServerTrouble): Lanes {
  const { pool, transport, now, signal, say, lanes = 4, delayAfter = retryDelay } = options;
  const atWork = new Set<Promise<void>>();
  let openings = 0;

  const work = async (): Promise<void> => {
    while (!signal.aborted && !trouble.isPaused(Date.now())) {
      const seen = openings;
      const id = await office.id();
      const ready = await takeChunk(options, id);
      if (ready === 'none-left') {
        if (openings === seen) return;
        continue; // letters were told of while it looked
      }
      if (ready.length === 0) continue; // all of them were put off
      const results = await Promise.all(ready.map((one) => sendOne(one, transport, delayAfter)));
      await settleLetters(pool, id, results, await now());
      const answered = results.some(({ reached }) => reached);
      trouble.note(answered, results[0]?.answer ?? '', Date.now());
    }
  };

  return {
    open() {
      openings += 1;
      while (atWork.size < lanes) {
        const lane = work()
          .catch((error) =>
            say(`letters: ${error instanceof Error ? error.message : error}; looking again`),
          )
          .finally(() => atWork.delete(lane));
        atWork.add(lane);
      }
    },
    areAtRest: () => atWork.size === 0,
    async rest() {
      while (atWork.size > 0) await Promise.all(atWork);
    },
  };
}

/** Claims a chunk and makes its mails, in one transaction: nothing is held while they are on their way. */
async function takeChunk(
  options: LaneOptions,
  office: string,
): Promise<ReadyLetter[] | 'none-left'> {
  const { pool, now, clock, chunk = 10, say } = options;
  const at = await now();
  return inTransaction(pool, async (transaction) => {
    const claimed = await claimLetters(transaction, { now: at, most: chunk, clock });
    if (claimed.length === 0) return 'none-left';
    const letters = await inOfficeHours(transaction, claimed, at);
    const ready = letters.map((letter) => makeReady(letter, options, say));
    await markSending(
      transaction,
      office,
      ready.map(({ letter, mail }) => ({
        id: letter.id,
        sha256: 'cannot' in mail ? null : mail.sha256,
      })),
    );
    return ready;
  });
}
