/**
 * A program that starts servers and waits to be stopped, for the tests that press Ctrl-C or kill it.
 * Arguments: the state folder, and "hang" where the worker is to hang when it is stopped, or "leave"
 * where the program is to end once all runs, without stopping anything.
 */
import pg from 'pg';
import { startPostgres } from '../../../dev/stack/postgres.ts';
import { openStateFolder } from '../../../dev/stack/stateFolder.ts';
import { findTemporal } from '../../../dev/stack/temporalBinary.ts';
import { startTemporal } from '../../../dev/stack/temporalServer.ts';
import { createShutdown } from '../../../worker/shutdown.ts';

const [path = '', worker] = process.argv.slice(2);
const say = (line: string) => console.log(line);
const shutdown = createShutdown(say);
shutdown.listen();

const folder = await openStateFolder(path);
shutdown.onShutdown({ name: 'the folder', stop: folder.release });

const ports = { folder, say, preferredPort: 0 };
const postgres = await startPostgres({ ...ports, durable: false });
shutdown.onShutdown({ name: 'PostgreSQL', stop: postgres.stop, kill: postgres.kill });

const own = { ...process.env };
delete own.TEMPORAL_ADDRESS;
const found = await findTemporal({ env: own, say });
const temporal = await startTemporal({
  ...{ ...ports, found, namespace: 'test', headless: true, persistent: false },
});
shutdown.onShutdown({ name: 'Temporal', stop: temporal.stop, kill: temporal.kill });

const client = new pg.Client({ connectionString: postgres.adminUrl });
await client.connect();
client.on('error', (error) => say(`The worker lost the database: ${error.message}`));
const handBack = async () => {
  if (worker === 'hang') await new Promise(() => undefined);
  const { rows } = await client.query("SELECT 'handed back' AS done");
  say(`The worker has ${rows[0]?.done} its work`);
  await client.end();
};
shutdown.onShutdown({ name: 'the worker', stop: handBack });

say(`ready ${JSON.stringify([postgres.pid, temporal.pid])}`);
if (worker === 'leave') process.exit(1);
