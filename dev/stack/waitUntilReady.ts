import { setTimeout as delay } from 'node:timers/promises';
import { type DetachedChild, lastLines } from './detachedChild.ts';

/** A server of the stack ended at start, or did not answer in time. */
export class ServerNotReady extends Error {
  override readonly name = 'ServerNotReady';
}

export interface Readiness {
  /** As the user knows it, for the error. */
  server: string;
  child: DetachedChild;
  logFile: string;
  limitMs: number;
  /** Undefined where the server answers, else what it said instead. */
  ask: () => Promise<string | undefined>;
}

/**
 * Asks a server just started, every 50 ms, until it answers.
 *
 * @throws ServerNotReady where it ended, or has not answered within the limit, with the last lines
 *   of its log.
 */
export async function waitUntilReady(readiness: Readiness): Promise<void> {
  const { server, child, logFile, limitMs, ask } = readiness;
  const until = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    // Looked at after the answer too: another server on the same port may have given it.
    const ended = child.ended();
    if (ended === undefined && answer === undefined) return;
    if (ended !== undefined || Date.now() > until) {
      const why = ended ?? `gave no good answer within ${limitMs / 1000} s (${answer})`;
      throw new ServerNotReady(
        `${server} ${why}. The end of ${logFile}:\n${await lastLines(logFile)}`,
      );
    }
    await delay(50);
  }
}
