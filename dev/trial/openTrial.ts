import { Client, Connection } from '@temporalio/client';
import { Runtime } from '@temporalio/worker';
import { buildApi } from '../../api/app.ts';
import { temporalProcessGateway } from '../../api/processGateway.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { forgetRequests } from '../../db/clock/requestsInFlight.ts';
import type { Pool } from '../../db/pool.ts';
import { bundleWorkflows } from '../../worker/bundle.ts';
import { type Engine, startEngine } from '../../worker/startEngine.ts';
import { startCast } from '../rehearsal/cast/startCast.ts';
import { type Conductor, createConductor } from '../rehearsal/conductor.ts';
import { enterRehearsal, nowOf } from '../rehearsal/enterRehearsal.ts';
import { bringUp, type StackOptions } from '../stack/bringUp.ts';
import { freePort } from '../stack/freePort.ts';
import { quietLogger } from './quietLogger.ts';
import { startDueProcesses, type TrialProcesses } from './startDueProcesses.ts';
import { trialToken } from './trialToken.ts';

export interface TrialOptions extends Omit<StackOptions, 'headless'> {
  notice: Notice;
  /** How the cast plays; null where nobody does, and every letter waits for whoever reads it. */
  seed: number | null;
  /** The API's port, tried first; 0 for any. */
  apiPort: number;
  headless: boolean;
  /** Called after each leap of the clock. */
  onLeap?: (now: Instant) => void;
}

/** A notice in rehearsal with everything it needs around it, on this machine alone. */
export interface Trial {
  noticeId: string;
  pool: Pool;
  client: Client;
  conductor: Conductor;
  /** Worker, post office and wake-ups, to be taken down and brought up again; the API and Temporal stay. */
  engine: { stop(): Promise<void>; start(): Promise<void> };
  now: Instant;
  isNew: boolean;
  apiUrl: string;
  adminToken: string;
  temporalUi: string | undefined;
  inboxUrl: string;
  /** From now on the start page links to where the letters can be read. */
  readsMailAt(url: string): void;
  processes: TrialProcesses;
}

/**
 * Brings up the embedded servers, the engine, the API and the cast, enters the notice and starts what can start. The
 * clock stands; `conductor` moves it. Mail goes to the local inbox and nowhere else.
 */
export async function openTrial(options: TrialOptions): Promise<Trial> {
  const { notice, seed, say, shutdown } = options;
  // stopping is ours to order, and a busy machine's slow tasks are no news to whoever rehearses
  Runtime.install({
    shutdownSignals: [],
    logger: quietLogger,
    telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } },
  });
  const bundling = bundleWorkflows();
  bundling.catch(() => undefined); // awaited below: until then its failure is nobody's unhandled rejection
  const stack = await bringUp(options);
  const { pool, temporal } = stack;
  const { now, isNew } = await enterRehearsal(pool, notice, seed ?? 0);

  let inbox: { inbox?: string } = {};
  const apiPort = await freePort(options.apiPort);
  const apiUrl = `http://127.0.0.1:${apiPort}`;
  const bundle = await bundling;
  const startAnEngine = async (): Promise<Engine> => {
    const started = await startEngine({
      pool,
      temporal,
      mail: {
        url: stack.inbox.url,
        from: `dondoc <dondoc@${notice.id}.example.test>`,
        replyTo: `office@${notice.id}.example.test`,
      },
      bundle,
      linkSecret: stack.linkSecret,
      baseUrl: apiUrl,
      now: () => nowOf(pool),
      clock: 'rehearsal',
      coalesceMs: 0,
      outageAfterMs: null,
      watch: null,
      say,
    });
    started.ended.catch((error: Error) => say(`the engine broke: ${error.message}`));
    return started;
  };
  let engine = await startAnEngine();
  shutdown.onShutdown({ name: 'the engine', stop: () => engine.stop(), limitMs: 30_000 });
  say('Engine: worker, post office and wake-ups are running');

  // the API's own, so that it goes on while the engine is down
  const connection = await Connection.connect({ address: temporal.address });
  const client = new Client({ connection, namespace: temporal.namespace });
  shutdown.onShutdown({ name: 'the connection to Temporal', stop: () => connection.close() });
  const gateway = temporalProcessGateway({ client, pool });
  await forgetRequests(pool);
  const api = await buildApi({
    pool,
    processes: gateway,
    now: (noticeId) => nowOf(pool, noticeId),
    linkSecret: stack.linkSecret,
    baseUrl: apiUrl,
    links: () => ({ ...(temporal.uiUrl && { temporalUi: temporal.uiUrl }), ...inbox }),
    logger: quietLogger.forApi,
    clock: 'rehearsal',
    requestsPerMinute: 100_000, // the whole cast shares one address
  });
  await api.listen({ host: '127.0.0.1', port: apiPort });
  shutdown.onShutdown({ name: 'the API', stop: () => api.close() });
  say(`API: ${apiUrl}`);

  const processes = await startDueProcesses({ pool, gateway, noticeId: notice.id, now });
  const adminToken = await trialToken(pool, stack.folder);
  let broken: Error | undefined;
  if (seed !== null) {
    const cast = startCast({ pool, notice, seed, apiUrl, adminToken, say });
    cast.ended.catch((error: Error) => {
      broken = error;
    });
    shutdown.onShutdown({ name: 'the cast', stop: () => cast.stop() });
  }

  const conductor = createConductor({
    pool,
    client,
    noticeId: notice.id,
    alarm: () => broken,
    ...(options.onLeap && { onLeap: options.onLeap }),
  });
  return {
    noticeId: notice.id,
    pool,
    client,
    conductor,
    engine: {
      stop: () => engine.stop(),
      async start() {
        engine = await startAnEngine();
      },
    },
    now,
    isNew,
    apiUrl,
    adminToken,
    temporalUi: temporal.uiUrl,
    inboxUrl: stack.inbox.url,
    readsMailAt(url) {
      inbox = { inbox: url };
    },
    processes,
  };
}
