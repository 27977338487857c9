import type { Instant } from '../contracts/plan.ts';
import { bounceLetter } from '../db/letters/bounceLetter.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';

/** A notice of non-delivery as read from a DSN or told by the API. */
export interface Bounce {
  /** of the letter that did not arrive, with or without its angle brackets */
  originalMessageId: string;
  /** RFC 3463, e.g. '5.1.1' */
  status: string;
  /** what the refusing server said; only its code is kept, since its sentence may hold an address */
  diagnostic: string;
  /** the notice's time */
  now: Instant;
}

/**
 * Marks a letter as returned, with an attempt row and a log row; told twice, it changes nothing more. Anybody can send
 * such a notice, so it is taken only for a Message-ID of ours, which nobody can guess who was not sent it.
 * @returns false for an id that is no letter of ours, or one that never went out
 */
export async function takeBounce(pool: Pool, bounce: Bounce): Promise<boolean> {
  // printable ASCII, as Message-IDs are (RFC 5322, 3.6.4); ours have no other characters
  const messageId = /^<?([!-;=?-~]{1,250})>?$/.exec(bounce.originalMessageId.trim())?.[1];
  if (messageId === undefined) return false;
  const status = /^[245]\.\d{1,3}\.\d{1,3}$/.exec(bounce.status)?.[0] ?? 'no status';
  const code = /^\d{3}(?=[ -])/.exec(bounce.diagnostic.trim())?.[0];
  const answer = code === undefined ? status : `${code} ${status}`;
  return inTransaction(pool, (transaction) =>
    bounceLetter(transaction, { messageId: `<${messageId}>`, answer, now: bounce.now }),
  );
}
