import { Command } from 'commander';
import { addCheck } from './commands/check.ts';
import { addMigrate } from './commands/migrate.ts';
import { addPreview } from './commands/preview.ts';
import { addRehearse } from './commands/rehearse.ts';
import { addSchema } from './commands/schema.ts';
import { addServe } from './commands/serve.ts';
import { addStart } from './commands/start.ts';
import { addToken } from './commands/token.ts';

const program = new Command('dondoc')
  .description("Carries out a committee's notice: deadlines, escalation, letters, register.")
  .showHelpAfterError();

addCheck(program);
addPreview(program);
addSchema(program);
addStart(program);
addRehearse(program);
addServe(program);
addMigrate(program);
addToken(program);

await program.parseAsync();
