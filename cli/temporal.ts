import { Client, Connection } from '@temporalio/client';

/** A client of Temporal's, on a connection of its own; `close` it when done. */
export async function connectTemporal(
  address: string,
): Promise<{ client: Client; connection: Connection; namespace: string }> {
  const namespace = process.env.TEMPORAL_NAMESPACE || 'dondoc';
  const connection = await Connection.connect({ address, connectTimeout: '10s' });
  return { client: new Client({ connection, namespace }), connection, namespace };
}
