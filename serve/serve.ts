import { Connection } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import pino from 'pino';
import { buildApi } from '../api/app.ts';
import { temporalProcessGateway } from '../api/processGateway.ts';
import { SEARCH_ATTRIBUTES } from '../contracts/messages.ts';
import { openPool } from '../db/pool.ts';
import { bundleWorkflows } from '../worker/bundle.ts';
import { createShutdown } from '../worker/shutdown.ts';
import { startEngine } from '../worker/startEngine.ts';
import { ensureNamespace } from '../worker/temporalNamespace.ts';
import { refuseOwner } from './refuseOwner.ts';
import type { ServeSettings } from './settings.ts';

/** How long Temporal keeps what has ended. */
export const RETENTION_DAYS = 90;

/** Runs live: engine and API in one process, until Ctrl-C or SIGTERM. Several of them may run on one register. */
export async function serve(settings: ServeSettings): Promise<void> {
  const logger = pino({ level: settings.LOG_LEVEL });
  const say = (line: string) => logger.info(line);
  Runtime.install({
    shutdownSignals: [], // stopping is ours to order
    logger: new DefaultLogger('WARN', ({ level, message }) => logger.warn({ level }, message)),
  });
  const shutdown = createShutdown(say);
  shutdown.listen();

  const pool = openPool(settings.DATABASE_URL, {
    max: 40,
    onIdleError: (error) =>
      logger.error({ reason: error.message }, 'a connection to the register was lost'),
  });
  shutdown.onShutdown({ name: 'the connections to the register', stop: () => pool.end() });
  await refuseOwner(pool);

  const temporal = { address: settings.TEMPORAL_ADDRESS, namespace: settings.TEMPORAL_NAMESPACE };
  const connection = await Connection.connect({ address: temporal.address });
  await ensureNamespace({
    connection,
    namespace: temporal.namespace,
    retentionDays: RETENTION_DAYS,
    searchAttributes: SEARCH_ATTRIBUTES,
  });
  await connection.close();

  const engine = await startEngine({
    pool,
    temporal,
    mail: { url: settings.SMTP_URL, from: settings.MAIL_FROM, replyTo: settings.MAIL_REPLY_TO },
    bundle: await bundleWorkflows(),
    linkSecret: settings.LINK_SECRET,
    baseUrl: settings.BASE_URL,
    now: async () => new Date().toISOString(),
    clock: 'live',
    coalesceMs: 1000,
    watch: {
      auditEveryMs: settings.AUDIT_EVERY_MINUTES * 60_000,
      admins: settings.ADMIN_ADDRESSES,
    },
    outageAfterMs: settings.OUTAGE_AFTER_MINUTES * 60_000,
    say,
  });
  shutdown.onShutdown({ name: 'the engine', stop: () => engine.stop(), limitMs: 30_000 });

  const api = await buildApi({
    pool,
    processes: temporalProcessGateway({ client: engine.client, pool }),
    now: async () => new Date().toISOString(),
    linkSecret: settings.LINK_SECRET,
    baseUrl: settings.BASE_URL,
    links: () => ({}),
    logger,
    trustProxy: settings.TRUST_PROXY,
  });
  await api.listen({ host: settings.HOST, port: settings.PORT });
  shutdown.onShutdown({ name: 'the API', stop: () => api.close() });
  logger.info({ port: settings.PORT }, 'dondoc serves');
  await engine.ended;
}
