import type { Command } from 'commander';
import { findingOf } from '../../contracts/audit.ts';
import type { Pool } from '../../db/pool.ts';
import { printFindings } from '../audit/printFindings.ts';
import { required } from '../environment.ts';

/** `dondoc audit`: holds the register against the plan, the whole of every log included, and Temporal against the register where its address is given. */
export function addAudit(program: Command): void {
  program
    .command('audit')
    .description(
      'look for what is not as it should be (DATABASE_URL; TEMPORAL_ADDRESS to ask Temporal too)',
    )
    .option('--json', 'print what was found as JSON')
    .action(async (options: { json?: boolean }) => {
      const { openPool } = await import('../../db/pool.ts');
      const pool = openPool(required('DATABASE_URL', "the register, as the application's role"), {
        max: 2,
        onIdleError: (error) => console.error(error.message),
      });
      try {
        const findings = await findAll(pool);
        console.log(options.json ? JSON.stringify({ findings }, null, 2) : printFindings(findings));
        if (findings.length > 0) process.exitCode = 1;
      } finally {
        await pool.end();
      }
    });
}

async function findAll(pool: Pool) {
  const { audit } = await import('../../worker/audit/audit.ts');
  const address = process.env.TEMPORAL_ADDRESS;
  if (!address) return (await audit({ pool })).findings;
  const { connectTemporal } = await import('../temporal.ts');
  const temporal = await connectTemporal(address).catch((error: Error) => {
    console.error(`Temporal at ${address}: ${error.message}`);
    return undefined;
  });
  if (!temporal) {
    const { findings } = await audit({ pool });
    return [...findings, ...findingOf('temporal-unreachable', null, ['temporal'])];
  }
  try {
    return (await audit({ pool, client: temporal.client })).findings;
  } finally {
    await temporal.connection.close();
  }
}
