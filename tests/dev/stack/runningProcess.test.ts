import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { endProcess, lookAtProcess, waitUntilGone } from '../../../dev/stack/runningProcess.ts';

/** Starts a shell script and returns the process id it prints, once it has. */
async function startScript(script: string): Promise<{ shell: number; printed: number }> {
  const child = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  if (child.pid === undefined) throw new Error('the shell has not started');
  return { shell: child.pid, printed: Number(line) };
}

test('shows the command line of a running process', async () => {
  const running = await lookAtProcess(process.pid);
  expect(running?.command).toContain('vitest');
  expect(await lookAtProcess(process.pid)).toEqual(running);
});

test('counts a dead process that nobody has collected as not running', async () => {
  const { shell, printed } = await startScript('sleep 0.05 & echo $!; exec sleep 60');
  try {
    expect(await waitUntilGone(printed, 10_000)).toBe(true);
    expect(() => process.kill(printed, 0), 'it is still in the process table').not.toThrow();
  } finally {
    process.kill(shell, 'SIGKILL');
  }
});

test('sends the next signal to a process that does not heed the first', async () => {
  const { shell } = await startScript('trap "" TERM; echo $$; while :; do sleep 1; done');
  await endProcess(shell, [
    { signal: 'SIGTERM', limitMs: 100 },
    { signal: 'SIGKILL', limitMs: 10_000 },
  ]);
  expect(await lookAtProcess(shell)).toBeUndefined();
});

test('says so where a process outlives every signal', async () => {
  const { shell } = await startScript('trap "" TERM; echo $$; while :; do sleep 1; done');
  const ended = endProcess(shell, [{ signal: 'SIGTERM', limitMs: 100 }]);
  await expect(ended).rejects.toThrow(`process ${shell} is still running after SIGTERM`);
  process.kill(shell, 'SIGKILL');
});
