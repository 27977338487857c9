import { expect, test } from 'vitest';
import { CommandFailed, runCommand } from '../../../dev/stack/runCommand.ts';
import { lookAtProcess } from '../../../dev/stack/runningProcess.ts';

const shell = (script: string, limitMs = 10_000) => ({
  command: 'sh',
  args: ['-c', script],
  env: process.env,
  limitMs,
});

test('hands over every line of both streams', async () => {
  const lines: string[] = [];
  await runCommand({ ...shell('echo a; echo b >&2'), onLine: (line) => lines.push(line) });
  expect(lines.sort()).toEqual(['a', 'b']);
});

test('fails with the code and the last lines', async () => {
  const failure = await runCommand(shell('echo why; exit 3')).catch((error) => error);
  expect(failure).toBeInstanceOf(CommandFailed);
  expect(failure.message).toBe('sh: ended with code 3\nwhy');
  expect(failure.reason).toBe('why');
});

test('fails where there is no such command', async () => {
  const run = runCommand({ command: 'no-such-command', args: [], env: {}, limitMs: 1_000 });
  await expect(run).rejects.toThrow('no-such-command: spawn no-such-command ENOENT');
});

test('ends what takes too long, with all it has started', async () => {
  let grandchild = 0;
  const onLine = (line: string) => {
    grandchild = Number(line);
  };
  const run = runCommand({ ...shell('sleep 60 & echo $!; wait', 500), onLine });
  await expect(run).rejects.toThrow('not done within 0.5 s');
  expect(await lookAtProcess(grandchild)).toBeUndefined();
});
