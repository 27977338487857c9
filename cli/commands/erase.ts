import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { required } from '../environment.ts';

/** `dondoc erase`: takes a person's name, address and texts out of a notice's register. */
export function addErase(program: Command): void {
  program
    .command('erase')
    .description(
      "erase a person from a notice's register; the record and the log stay (DATABASE_URL)",
    )
    .argument('<notice>', "the notice's id")
    .argument('<person>', "the person's id")
    .requiredOption('--reason <text>', 'why, in words; kept with the decision')
    .option('--reports', 'delete the texts and files of the reports that the person signed too')
    .action(
      async (
        noticeId: string,
        personId: string,
        options: { reason: string; reports?: boolean },
      ) => {
        const { erasePerson } = await import('../../db/people/erasePerson.ts');
        const { openPool } = await import('../../db/pool.ts');
        const pool = openPool(required('DATABASE_URL', "the register, as the application's role"), {
          max: 1,
          onIdleError: (error) => console.error(error.message),
        });
        try {
          await erasePerson(pool, {
            decisionId: randomUUID(),
            noticeId,
            personId,
            actor: { id: 'admin', capacity: 'admin' },
            at: new Date().toISOString(),
            decision: { reason: options.reason, reports: options.reports ?? false },
          });
          console.log(`${personId} was erased from ${noticeId}. Backups hold what they held.`);
        } finally {
          await pool.end();
        }
      },
    );
}
