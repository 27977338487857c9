import type { Command } from 'commander';
import { serve } from '../../serve/serve.ts';
import { readSettings } from '../../serve/settings.ts';

/** `dondoc serve`: the engine and the API, live, on the servers that the environment names. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description(
      'run live: DATABASE_URL, SMTP_URL, TEMPORAL_ADDRESS and the settings of .env.example',
    )
    .action(() => serve(readSettings(process.env)));
}
