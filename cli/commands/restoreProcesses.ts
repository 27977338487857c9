import type { Command } from 'commander';
import { SEARCH_ATTRIBUTES } from '../../contracts/messages.ts';
import { required } from '../environment.ts';

/** `dondoc restore-processes`: starts again, from the register alone, every workflow that should run and does not. */
export function addRestoreProcesses(program: Command): void {
  program
    .command('restore-processes')
    .description(
      "start again what should run, from the register alone, after Temporal's data was lost (DATABASE_URL, TEMPORAL_ADDRESS)",
    )
    .argument('[notice]', 'one notice by its id; all unless given')
    .action(async (notice: string | undefined) => {
      const { openPool } = await import('../../db/pool.ts');
      const { RETENTION_DAYS } = await import('../../serve/serve.ts');
      const { restoreProcesses } = await import('../../worker/restoreProcesses.ts');
      const { ensureNamespace } = await import('../../worker/temporalNamespace.ts');
      const { connectTemporal } = await import('../temporal.ts');
      const pool = openPool(required('DATABASE_URL', "the register, as the application's role"), {
        max: 2,
        onIdleError: (error) => console.error(error.message),
      });
      const { client, connection, namespace } = await connectTemporal(
        required('TEMPORAL_ADDRESS', "Temporal's frontend, host:port"),
      );
      try {
        await ensureNamespace({
          ...{ connection, namespace, retentionDays: RETENTION_DAYS },
          searchAttributes: SEARCH_ATTRIBUTES,
        });
        const { started, running } = await restoreProcesses({ pool, client }, notice);
        for (const id of started) console.log(`Started ${id}`);
        console.log(`${started.length} started, ${running.length} ran already.`);
      } finally {
        await connection.close();
        await pool.end();
      }
    });
}
