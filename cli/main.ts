import { Command } from 'commander';
import { addAudit } from './commands/audit.ts';
import { addCheck } from './commands/check.ts';
import { addErase } from './commands/erase.ts';
import { addMigrate } from './commands/migrate.ts';
import { addPreview } from './commands/preview.ts';
import { addPreviewAmendment } from './commands/previewAmendment.ts';
import { addRehearse } from './commands/rehearse.ts';
import { addRestoreProcesses } from './commands/restoreProcesses.ts';
import { addSchema } from './commands/schema.ts';
import { addServe } from './commands/serve.ts';
import { addStart } from './commands/start.ts';
import { addToken } from './commands/token.ts';

// a command loads what it runs on when it is given, so that a check does not wait for the engine's packages
const program = new Command('dondoc')
  .description("Carries out a committee's notice: deadlines, escalation, letters, register.")
  .showHelpAfterError();

addCheck(program);
addPreview(program);
addPreviewAmendment(program);
addSchema(program);
addStart(program);
addRehearse(program);
addServe(program);
addMigrate(program);
addToken(program);
addAudit(program);
addRestoreProcesses(program);
addErase(program);

try {
  await program.parseAsync();
} catch (error) {
  // what the user can mend has a name and a message of its own; a stack would hide it
  console.error(error instanceof Error ? error.message : String(error));
  if (process.env.DEBUG && error instanceof Error) console.error(error.stack);
  process.exitCode = 1;
}
