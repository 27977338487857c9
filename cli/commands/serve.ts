import type { Command } from 'commander';

/** `dondoc serve`: the engine and the API, live, on the servers that the environment names. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description(
      'run live: DATABASE_URL, SMTP_URL, TEMPORAL_ADDRESS and the settings of .env.example',
    )
    .action(async () => {
      const { readSettings } = await import('../../serve/settings.ts');
      const settings = readSettings(process.env);
      const { serve } = await import('../../serve/serve.ts');
      return serve(settings);
    });
}
