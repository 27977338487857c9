import { setTimeout as delay } from 'node:timers/promises';

/** One thing that was started and has to be stopped. */
export interface ShutdownStep {
  /** As the user knows it: "the worker". */
  name: string;
  stop: () => Promise<void>;
  /** Milliseconds; default 20 s. */
  limitMs?: number;
  /** Ends at once a server that would outlive us, by its process id; must not wait. */
  kill?: () => void;
}

/** What of the running process a shutdown needs; tests hand in their own. */
export interface ShutdownProcess {
  on(signal: 'SIGINT' | 'SIGTERM', act: () => void): unknown;
  off(signal: 'SIGINT' | 'SIGTERM', act: () => void): unknown;
  exit(code: number): unknown;
}

export interface Shutdown {
  /** Adds a step; call it right after each start, in the order of starting. */
  onShutdown(step: ShutdownStep): void;
  /**
   * Runs the steps backwards, once, however often it is called; later callers wait for the same.
   *
   * @returns the names of the steps that failed or took too long.
   */
  run(): Promise<string[]>;
  /**
   * From now on the first Ctrl-C (or SIGTERM) runs the steps and leaves with code 0, or 1 where one
   * failed; the second kills what would outlive us and leaves at once with code 130.
   *
   * @returns a function that stops listening.
   */
  listen(): () => void;
}

/**
 * Collects what has to be stopped and stops it in order. A step that fails or takes longer than its
 * limit is said, killed where it can be, and harms none of the others.
 *
 * @param say gets one line for each step.
 */
export function createShutdown(
  say: (line: string) => void,
  current: ShutdownProcess = process,
): Shutdown {
  const steps: ShutdownStep[] = [];
  let running: Promise<string[]> | undefined;

  const stopAll = async () => {
    const failed: string[] = [];
    // Looked at anew each time: a start under way may add a step while we stop the others.
    for (let step = steps.at(-1); step !== undefined; step = steps.at(-1)) {
      if (!(await stopOne(step, say))) failed.push(step.name);
      steps.splice(steps.indexOf(step), 1);
    }
    return failed;
  };
  const run = () => {
    running ??= stopAll();
    return running;
  };

  return {
    onShutdown: (step) => steps.push(step),
    run,
    listen: () => {
      const onSignal = () => {
        if (running) {
          say('Stopping at once');
          for (const step of steps) step.kill?.();
          current.exit(130);
          return;
        }
        say('Stopping; Ctrl-C again to stop at once');
        run().then((failed) => current.exit(failed.length === 0 ? 0 : 1));
      };
      const signals = ['SIGINT', 'SIGTERM'] as const;
      for (const signal of signals) current.on(signal, onSignal);
      return () => {
        for (const signal of signals) current.off(signal, onSignal);
      };
    },
  };
}

async function stopOne(step: ShutdownStep, say: (line: string) => void): Promise<boolean> {
  const { name, stop, limitMs = 20_000, kill } = step;
  const limit = new AbortController();
  const tooLong = delay(limitMs, 'too long' as const, { signal: limit.signal });
  try {
    const outcome = await Promise.race([stop(), tooLong]);
    if (outcome === 'too long') throw new Error(`not done after ${limitMs / 1000} s`);
    say(`Stopped ${name}`);
    return true;
  } catch (error) {
    say(`Could not stop ${name}: ${error instanceof Error ? error.message : String(error)}`);
    kill?.();
    return false;
  } finally {
    tooLong.catch(() => undefined);
    limit.abort();
  }
}
