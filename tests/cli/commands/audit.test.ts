import { Command } from 'commander';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addAudit } from '../../../cli/commands/audit.ts';
import { addRestoreProcesses } from '../../../cli/commands/restoreProcesses.ts';
import { freePort } from '../../../dev/stack/freePort.ts';
import { ownRegister } from '../../support/ownRegister.ts';
import { openCommittee } from '../../support/register.ts';

// The commands as commander runs them, judged by what they print and the exit code they leave.

const register = ownRegister();
beforeEach(() => {
  vi.stubEnv('DATABASE_URL', register.appUrl);
  vi.stubEnv('TEMPORAL_ADDRESS', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

async function dondoc(...args: string[]): Promise<{ code: number; out: string }> {
  const printed: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line) => printed.push(String(line)));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const program = new Command();
  addAudit(program);
  addRestoreProcesses(program);
  await program.parseAsync(args, { from: 'user' });
  const code = Number(process.exitCode ?? 0);
  process.exitCode = undefined; // the tests' own process leaves with its own
  return { code, out: printed.join('\n') };
}

test('a register without faults is said to be one, with exit code 0', async () => {
  expect(await dondoc('audit')).toEqual({ code: 0, out: 'The auditor found nothing.' });
});

test('without its settings a command names the one that is missing', async () => {
  await expect(dondoc('restore-processes')).rejects.toThrow('TEMPORAL_ADDRESS is not set');
  vi.stubEnv('DATABASE_URL', '');
  await expect(dondoc('audit')).rejects.toThrow('DATABASE_URL is not set');
});

test('what is found is printed with exit code 1, as JSON where asked', async () => {
  const committee = await openCommittee(register.pool); // of 2020, on the live clock
  const { code, out } = await dondoc('audit');
  expect(code).toBe(1);
  expect(out).toContain(`FOUND: step-not-taken (${committee.id}): `);
  expect(out).toContain(`  - ${committee.period}/main prompt`);
  const asJson = await dondoc('audit', '--json');
  expect(asJson.code).toBe(1);
  const codes = JSON.parse(asJson.out).findings.map((one: { code: string }) => one.code);
  expect(codes).toContain('lock-not-taken');
});

test('a Temporal that does not answer is one more finding', async () => {
  vi.stubEnv('TEMPORAL_ADDRESS', `127.0.0.1:${await freePort(0)}`);
  const { code, out } = await dondoc('audit');
  expect(code).toBe(1);
  expect(out).toContain('FOUND: temporal-unreachable (the engine as a whole): 1');
});
