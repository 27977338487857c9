import { stringify } from 'yaml';

/** What a Temporal server on PostgreSQL is told. */
export interface ServerSettings {
  database: { host: string; port: number; user: string; password: string };
  /** Names of its two databases. */
  stores: { main: string; visibility: string };
  /** For each service the port of its RPC and the one of its membership ring; the latter below 32,768. */
  ports: Record<
    'frontend' | 'history' | 'matching' | 'worker',
    { rpc: number; membership: number }
  >;
}

/**
 * The configuration file of a single Temporal server with all services on loopback; four history shards, as the
 * published development configuration for PostgreSQL has.
 */
export function serverConfig({ database, stores, ports }: ServerSettings): string {
  const store = (databaseName: string, connections: number) => ({
    sql: {
      pluginName: 'postgres12',
      databaseName,
      connectAddr: `${database.host}:${database.port}`,
      connectProtocol: 'tcp',
      user: database.user,
      password: database.password,
      maxConns: connections,
      maxIdleConns: connections,
      maxConnLifetime: '1h',
    },
  });
  const service = ({ rpc, membership }: { rpc: number; membership: number }) => ({
    rpc: { grpcPort: rpc, membershipPort: membership, bindOnLocalHost: true },
  });
  return stringify({
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'main',
      visibilityStore: 'visibility',
      numHistoryShards: 4,
      datastores: { main: store(stores.main, 20), visibility: store(stores.visibility, 2) },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: {
      frontend: service(ports.frontend),
      history: service(ports.history),
      matching: service(ports.matching),
      worker: service(ports.worker),
    },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: {
          enabled: true,
          initialFailoverVersion: 1,
          rpcName: 'frontend',
          rpcAddress: `127.0.0.1:${ports.frontend.rpc}`,
        },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
  });
}
