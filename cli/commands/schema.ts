import type { Command } from 'commander';
import { noticeJsonSchema } from '../check/jsonSchema.ts';

/** `dondoc schema`: prints the notice format as JSON Schema, for editors. */
export function addSchema(program: Command): void {
  program
    .command('schema')
    .description('print the notice format as JSON Schema')
    .action(() => {
      process.stdout.write(noticeJsonSchema());
    });
}
