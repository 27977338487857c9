import { setTimeout as delay } from 'node:timers/promises';
import type { WorkflowHandle } from '@temporalio/client';

const LIMIT_MS = 120_000;
const LOOK_MS = 100;

/**
 * Waits until a follow-up that was just started waits for its first step. It opens its period within its first task,
 * in the worker itself.
 * @returns milliseconds from the start of that task to its waiting, by the server's own clock
 */
export async function openingOf(handle: WorkflowHandle): Promise<{ readyMs: number }> {
  for (const until = Date.now() + LIMIT_MS; Date.now() < until; ) {
    const { events } = await handle.fetchHistory();
    const opening = events?.find((event) => event.workflowTaskStartedEventAttributes);
    const waiting = events?.find((event) => event.timerStartedEventAttributes);
    if (opening && waiting) return { readyMs: millisecondsOf(waiting) - millisecondsOf(opening) };
    await delay(LOOK_MS);
  }
  throw new Error(`the follow-up did not come to wait within ${LIMIT_MS / 1000} s`);
}

interface Timed {
  eventTime?: { seconds?: unknown; nanos?: number | null } | null;
}

const millisecondsOf = ({ eventTime }: Timed): number =>
  Number(eventTime?.seconds) * 1000 + (eventTime?.nanos ?? 0) / 1e6;
