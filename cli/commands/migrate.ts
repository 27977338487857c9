import type { Command } from 'commander';
import { required } from '../environment.ts';

/** `dondoc migrate`: brings the register's tables up to date, as the role that owns them. */
export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description("bring the register's tables up to date, as their owner (DATABASE_OWNER_URL)")
    .action(async () => {
      const { migrate } = await import('../../db/migrate.ts');
      const ran = await migrate(
        required('DATABASE_OWNER_URL', 'the URL of the role that owns the tables'),
        (line) => console.error(line),
      );
      console.log(ran.length === 0 ? 'The register is up to date.' : `Ran: ${ran.join(', ')}`);
    });
}
