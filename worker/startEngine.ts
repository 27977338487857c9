import { Client, Connection } from '@temporalio/client';
import { NativeConnection, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import type { AuditFinding } from '../contracts/audit.ts';
import type { Instant } from '../contracts/plan.ts';
import type { Pool } from '../db/pool.ts';
import { runPostOffice } from '../post/postOffice.ts';
import { tellAdmins } from '../post/tellAdmins.ts';
import { type MailSettings, openTransport } from '../post/transport.ts';
import { auditRegularly } from './audit/auditRegularly.ts';
import { createWorker } from './createWorker.ts';
import { beat, noteSignsOfLife } from './noteSignsOfLife.ts';
import { sendWakeUps } from './sendWakeUps.ts';
import { sweepReviews } from './sweepReviews.ts';

export interface EngineOptions {
  pool: Pool;
  temporal: { address: string; namespace: string };
  mail: MailSettings;
  bundle: WorkflowBundleWithSourceMap;
  linkSecret: string;
  /** Where people reach the pages, without a trailing slash. */
  baseUrl: string;
  /** The clock by which letters wait for office hours. */
  now: () => Promise<Instant>;
  /** Which notices' letters it sends: those on this clock. */
  clock: 'live' | 'rehearsal';
  /** Facts about one workflow within this time are told in one signal. */
  coalesceMs: number;
  /** How the engine watches itself on the live clock; null on a clock that leaps: whoever leaps it asks at the end. */
  watch: { auditEveryMs: number; admins: readonly string[] } | null;
  /** Longer than this without a sign of life is an outage; null on a clock that leaps, which knows none. */
  outageAfterMs: number | null;
  say: (line: string) => void;
}

/** What carries the notices out: the Temporal worker, the post office, the wake-ups, the signs of life and the auditor. */
export interface Engine {
  client: Client;
  /** Ends when the worker does; rejects where it broke. */
  ended: Promise<void>;
  /** Lets what is in hand be finished, then stops. */
  stop(): Promise<void>;
}

/** Starts all parts of the engine in this process. Any number of them may run beside each other on one register. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { pool, temporal, say } = options;
  const connection = await Connection.connect({ address: temporal.address });
  const native = await NativeConnection.connect({ address: temporal.address });
  const client = new Client({ connection, namespace: temporal.namespace });
  // before any workflow runs: an outage must be known before the steps that fell into it are taken
  if (options.outageAfterMs !== null)
    await beat(pool, new Date().toISOString(), options.outageAfterMs);
  const worker = await createWorker({
    connection: native,
    namespace: temporal.namespace,
    bundle: options.bundle,
    deps: { pool, client },
  });

  const stopping = new AbortController();
  const { signal } = stopping;
  const transport = openTransport(options.mail);
  const loops = [
    sendWakeUps({ pool, client, coalesceMs: options.coalesceMs, say, signal }),
    runPostOffice({
      pool,
      transport,
      mail: options.mail,
      now: options.now,
      clock: options.clock,
      linkSecret: options.linkSecret,
      baseUrl: options.baseUrl,
      say,
      signal,
    }),
    ...(options.outageAfterMs === null
      ? []
      : [
          noteSignsOfLife(pool, {
            now: () => new Date().toISOString(),
            toleranceMs: options.outageAfterMs,
            signal,
            say,
          }),
        ]),
    ...(options.watch === null ? [] : watches(options.watch)),
  ];
  function watches({ auditEveryMs, admins }: NonNullable<EngineOptions['watch']>) {
    const { mail, baseUrl } = options;
    const tell = (findings: AuditFinding[]): Promise<boolean> =>
      tellAdmins({ transport, mail, addresses: admins, baseUrl, say }, findings);
    return [
      auditRegularly({
        ...{ pool, client, say, signal, intervalMs: auditEveryMs },
        tell: admins.length > 0 ? tell : undefined,
      }),
      sweepReviews({ pool, say, signal }),
    ];
  }
  const running = worker.run();

  return {
    client,
    ended: Promise.all([running, ...loops]).then(() => undefined),
    async stop() {
      stopping.abort();
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await Promise.allSettled([running, ...loops]);
      transport.close();
      await native.close();
      await connection.close();
    },
  };
}
