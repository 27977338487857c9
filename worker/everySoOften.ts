/**
 * Does `work` again and again, `intervalMs` of the machine's clock after it was done, until the signal aborts. A failure
 * is said under the work's name and tried again at the next turn.
 * @param options.first whether the first turn comes at once, or an interval later
 */
export async function everySoOften(
  options: {
    name: string;
    intervalMs: number;
    first: 'at once' | 'later';
    signal: AbortSignal;
    say: (line: string) => void;
  },
  work: () => Promise<void>,
): Promise<void> {
  const { name, intervalMs, first, signal, say } = options;
  if (first === 'later') await pause(intervalMs, signal);
  while (!signal.aborted) {
    try {
      await work();
    } catch (error) {
      say(`${name}: ${error instanceof Error ? error.message : String(error)}; tried again`);
    }
    await pause(intervalMs, signal);
  }
}

/** Waits for so long, or until the signal aborts. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    signal.addEventListener('abort', over);
  });
}
