import { Connection } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '../../contracts/messages.ts';
import type { StateFolder } from '../../dev/stack/stateFolder.ts';
import { findTemporal, TemporalNotFound } from '../../dev/stack/temporalBinary.ts';
import { startTemporal } from '../../dev/stack/temporalServer.ts';
import { ensureNamespace } from '../../worker/temporalNamespace.ts';
import type { ServerKind } from '../arguments.ts';
import { type BenchTemporal, NAMESPACE } from './benchTemporal.ts';
import { startTemporalOnPostgres } from './temporalOnPostgres.ts';

export interface TemporalForOptions {
  adminUrl: string;
  folder: StateFolder;
  say: (line: string) => void;
}

/** Starts a server of this kind. */
export function temporalFor(kind: ServerKind, options: TemporalForOptions): Promise<BenchTemporal> {
  const { adminUrl, folder, say } = options;
  return kind === 'postgres'
    ? startTemporalOnPostgres({ adminUrl, folder: folder.path, say })
    : startEmbedded(folder, say);
}

async function startEmbedded(
  folder: StateFolder,
  say: (line: string) => void,
): Promise<BenchTemporal> {
  const { TEMPORAL_ADDRESS: _notOurs, ...env } = process.env;
  const found = await findTemporal({ env, say });
  if (found.kind === 'address') throw new TemporalNotFound('an address where a program was asked');
  const server = await startTemporal({
    ...{ folder, say, found, namespace: NAMESPACE, preferredPort: 0, headless: true },
    searchAttributes: SEARCH_ATTRIBUTES,
  });
  return { ...server, name: 'embedded' };
}

/** Uses a server that runs already, in a namespace of the bench's own. */
export async function temporalAt(address: string): Promise<BenchTemporal> {
  const connection = await Connection.connect({ address, connectTimeout: '5s' });
  try {
    await ensureNamespace({
      ...{ connection, namespace: NAMESPACE, retentionDays: 1 },
      searchAttributes: SEARCH_ATTRIBUTES,
    });
  } finally {
    await connection.close();
  }
  const nothing = { stop: async () => undefined, kill: () => undefined };
  return { name: 'outside', address, namespace: NAMESPACE, ...nothing };
}
