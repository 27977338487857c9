import type { PoolClient } from 'pg';
import type { Pool } from './pool.ts';

export interface NotificationOptions {
  pool: Pool;
  channel: string;
  /** Looked at this often even where no notification came. */
  pollMs: number;
  signal: AbortSignal;
  say: (line: string) => void;
}

/**
 * Runs `look` once, at every notification on a PostgreSQL channel, and at least every `pollMs`, never twice at once,
 * until the signal aborts. A failed look is said and repeated; a lost connection is taken anew.
 */
export async function onNotification(
  options: NotificationOptions,
  look: () => Promise<void>,
): Promise<void> {
  const { pool, channel, pollMs, signal, say } = options;
  let wake: () => void = () => {};
  let notified = false;
  const onEvent = () => {
    notified = true;
    wake();
  };
  let client: PoolClient | undefined;
  const listen = async (): Promise<void> => {
    const taken = await pool.connect();
    client = taken;
    taken.on('notification', onEvent);
    taken.on('error', (error) => {
      if (client !== taken) return;
      say(`${channel}: ${error.message}; listening anew`);
      client = undefined;
      taken.release(true);
      onEvent();
    });
    await taken.query(`listen ${taken.escapeIdentifier(channel)}`);
  };
  signal.addEventListener('abort', onEvent);
  try {
    while (!signal.aborted) {
      try {
        notified = false;
        if (!client) await listen();
        await look();
      } catch (error) {
        say(`${channel}: ${error instanceof Error ? error.message : String(error)}; looking again`);
        client?.release(true);
        client = undefined;
        notified = false;
      }
      if (notified || signal.aborted) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pollMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  } finally {
    signal.removeEventListener('abort', onEvent);
    client?.release(true);
  }
}
