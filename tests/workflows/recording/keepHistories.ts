import type { Client } from '@temporalio/client';
import { type Clock, type History, keepHistory, updatesIn } from '../support/historyFiles.ts';

/**
 * Keeps the first and the last run of a workflow, and those between in which something was decided, as
 * `<type>-<clock>-<name>-<what>-<n>.bin`. One that has only been started is left out: there is nothing in it yet.
 */
export async function keepRuns(
  client: Client,
  workflowId: string,
  as: { clock: Clock; name: string; what: string },
): Promise<void> {
  const runs = await runsOf(client, workflowId);
  for (const [index, history] of runs.entries()) {
    const events = history.events ?? [];
    const isAtAnEnd = index === 0 || index === runs.length - 1;
    const isDecided = updatesIn(history).length > 0;
    if (!(isAtAnEnd || isDecided) || events.length < FEWEST_EVENTS) continue;
    const file = keepHistory(history, as.clock, `${as.name}-${as.what}-${index + 1}`);
    console.log(`${file}: ${events.length} events`);
  }
}

/** One that is started, decides something and waits has more; the test asks for as many. */
const FEWEST_EVENTS = 6;

/** The runs of a workflow, each continued as new by the next. */
async function runsOf(client: Client, workflowId: string): Promise<History[]> {
  const runs: History[] = [];
  let runId: string | undefined;
  do {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    runs.unshift(withoutTraces(history));
    const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
    runId = started?.continuedExecutionRunId || undefined;
  } while (runId !== undefined);
  return runs;
}

/** What says on which machine a history was recorded, and plays no part in its replay. */
const TRACES = ['identity', 'stackTrace'];

function withoutTraces<Part>(part: Part): Part {
  if (typeof part !== 'object' || part === null || ArrayBuffer.isView(part)) return part;
  for (const [key, value] of Object.entries(part)) {
    if (TRACES.includes(key) && typeof value === 'string') Object.assign(part, { [key]: '' });
    else withoutTraces(value);
  }
  return part;
}
