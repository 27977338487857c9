import { createHash } from 'node:crypto';
import { SEARCH_ATTRIBUTES } from '../../contracts/messages.ts';
import { openPool, type Pool } from '../../db/pool.ts';
import type { Shutdown } from '../../worker/shutdown.ts';
import { keepMessage } from '../mailbox/keepMessage.ts';
import { prepareRegister } from '../register/prepareRegister.ts';
import { type Inbox, startInbox } from './mail/inboxServer.ts';
import type { RecipientRule } from './mail/inboxTransaction.ts';
import { startPostgres } from './postgres.ts';
import { keepSecret } from './secret.ts';
import { openStateFolder, type StateFolder } from './stateFolder.ts';
import { type RunningTemporal, startTemporal } from './temporalServer.ts';

export interface StackOptions {
  /** The state folder's path. */
  path: string;
  /** Whether what is in it outlives this process. */
  persistent: boolean;
  /** Ports that are tried first; 0 for any. */
  ports: { postgres: number; temporal: number; smtp: number };
  /** Without Temporal's web UI. */
  headless: boolean;
  say: (line: string) => void;
  shutdown: Shutdown;
  /** What the inbox does with a recipient; takes everything unless given. */
  mailRules?: (recipient: string) => RecipientRule;
}

/** The embedded servers, up and ready, all on 127.0.0.1. */
export interface Stack {
  folder: StateFolder;
  pool: Pool;
  appUrl: string;
  ownerUrl: string;
  temporal: RunningTemporal;
  inbox: Inbox;
  linkSecret: string;
}

/**
 * Brings up PostgreSQL with a migrated register, Temporal, and a mail server with an inbox, each in its turn, and notes
 * with the shutdown how to stop each. DATABASE_URL and SMTP_URL are not looked at: nothing real is ever touched.
 */
export async function bringUp(options: StackOptions): Promise<Stack> {
  const { say, shutdown, ports, persistent } = options;
  const folder = await openStateFolder(options.path);
  shutdown.onShutdown({ name: 'the state folder', stop: () => folder.release() });

  const postgres = await startPostgres({
    folder,
    preferredPort: ports.postgres,
    say,
    durable: persistent,
  });
  shutdown.onShutdown({
    name: 'PostgreSQL',
    stop: () => postgres.stop(),
    kill: () => postgres.kill(),
  });
  const urls = await prepareRegister({
    adminUrl: postgres.adminUrl,
    database: 'dondoc',
    ownerPassword: await keepSecret(folder.secrets, 'register-owner-password'),
    appPassword: await keepSecret(folder.secrets, 'register-app-password'),
    say,
  });
  let closing = false;
  const pool = openPool(urls.appUrl, {
    max: 30,
    onIdleError: (error) => {
      if (!closing) say(`PostgreSQL: ${error.message}`);
    },
  });
  const closePool = (): Promise<void> => {
    closing = true;
    return pool.end();
  };
  shutdown.onShutdown({ name: 'the connections to the register', stop: closePool });

  const temporal = await startTemporal({
    folder,
    say,
    namespace: await namespaceOf(folder),
    preferredPort: ports.temporal,
    headless: options.headless,
    persistent,
    searchAttributes: SEARCH_ATTRIBUTES,
  });
  shutdown.onShutdown({
    name: 'Temporal',
    stop: () => temporal.stop(),
    kill: () => temporal.kill(),
  });

  const inbox = await startInbox({
    preferredPort: ports.smtp,
    deliver: (message) => keepMessage(pool, message),
    ...(options.mailRules && { rules: options.mailRules }),
  });
  shutdown.onShutdown({ name: 'the inbox', stop: () => inbox.stop() });
  const linkSecret = await keepSecret(folder.secrets, 'link-secret');
  return { folder, pool, ...urls, temporal, inbox, linkSecret };
}

/** A namespace of this state folder's own: on a server that trials share, none meets the workflows of another. */
async function namespaceOf(folder: StateFolder): Promise<string> {
  const kept = await keepSecret(folder.secrets, 'temporal-namespace');
  return `dondoc-${createHash('sha256').update(kept).digest('hex').slice(0, 8)}`;
}
