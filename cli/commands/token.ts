import { type Command, Option } from 'commander';
import { makeToken, ROLES, type Role } from '../../db/access/tokens.ts';
import { required } from '../environment.ts';

interface TokenOptions {
  role: Role;
  label: string;
  notice?: string;
  person?: string;
  days: string;
}

/** `dondoc token`: makes an API token, such as the first admin's, and prints it once. */
export function addToken(program: Command): void {
  program
    .command('token')
    .description('make an API token and print it once (DATABASE_URL)')
    .addOption(new Option('--role <role>', 'what it may do').choices(ROLES).default('admin'))
    .requiredOption('--label <text>', 'whose it is, as the list of tokens shows it')
    .option('--notice <id>', 'the notice it is for; every role but admin needs one')
    .option('--person <id>', 'the person it acts as')
    .option('--days <n>', 'how long it is good for', '90')
    .action(async (options: TokenOptions) => {
      const { openPool } = await import('../../db/pool.ts');
      const pool = openPool(required('DATABASE_URL', "the register, as the application's role"), {
        max: 1,
        onIdleError: (error) => console.error(error.message),
      });
      try {
        const expiresAt = new Date(Date.now() + Number(options.days) * 86_400_000).toISOString();
        const { token } = await makeToken(pool, {
          label: options.label,
          role: options.role,
          noticeId: options.notice ?? null,
          personId: options.person ?? null,
          expiresAt,
        });
        console.log(token);
      } finally {
        await pool.end();
      }
    });
}
